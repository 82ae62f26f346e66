#!/usr/bin/python3
"""tidy finds what it should: each test plants one breach in a small tree and looks for it."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import law
import leaks
import raced
import requirements
import shape
from tree import Source, Tree, blanked

PAGE = """
```storeys
foundation:
portal:  foundation
storage: foundation portal
saml:    foundation portal
```
```rooms
*:       policy
policy:
linking: accounts
accounts:
```
```libraries
soci/:   storage/driver
boost/:  transport
libxml/: saml/xml broker
xmlsec/: saml/xml
fmt/:    foundation
sqlite3.h: storage/driver
posix:   storage
```
"""


def tree(page: str = PAGE, **files: str) -> Tree:
    """A tree of files given as path='text', with '__' for '/' and the last '_' for the dot."""
    sources = {law.PAGE: Source(law.PAGE, page)}
    for name, text in files.items():
        path = name.replace("__", "/")
        stem, _, ending = path.rpartition("_")
        sources[f"{stem}.{ending}"] = Source(f"{stem}.{ending}", text)
    return Tree(sources)


def says(check, planted: Tree) -> str:
    return "\n".join(str(finding) for finding in check(planted))


class Law(unittest.TestCase):
    def test_a_tree_within_the_law_is_silent(self):
        planted = tree(src__storage__a_cpp='#include "portal/policy.h"\n#include <vector>\n',
                       src__storage__driver__b_cpp="#include <soci/soci.h>\n")
        for check in (law.storeys, law.libraries, law.rooms):
            self.assertEqual("", says(check, planted))

    def test_the_portal_must_not_see_storage(self):
        planted = tree(src__portal__linking__a_h='#include "storage/accounts.h"\n')
        self.assertIn("portal must not see storage", says(law.storeys, planted))

    def test_two_adapters_must_not_see_each_other(self):
        planted = tree(src__saml__a_cpp='#include "storage/accounts.h"\n')
        self.assertIn("src/saml/a.cpp:1: saml must not see storage", says(law.storeys, planted))

    def test_the_foundation_must_not_see_the_portal(self):
        planted = tree(src__foundation__a_h='#include "portal/policy.h"\n')
        self.assertIn("foundation must not see portal", says(law.storeys, planted))

    def test_a_storey_that_is_not_drawn_is_found(self):
        self.assertIn("storey 'extra'", says(law.storeys, tree(src__extra__a_h="")))

    def test_a_page_without_its_tables_is_a_finding(self):
        for check in (law.storeys, law.libraries, law.rooms):
            self.assertIn("missing", says(check, tree(page="")))

    def test_boost_outside_transport_is_found(self):
        planted = tree(src__portal__a_cpp="#include <boost/asio.hpp>\n")
        self.assertIn("<boost/asio.hpp> has no place here", says(law.libraries, planted))

    def test_a_database_outside_its_driver_is_found(self):
        planted = tree(src__storage__a_cpp="#include <soci/soci.h>\n#include <sqlite3.h>\n")
        self.assertEqual(2, len(list(law.libraries(planted))))

    def test_xml_outside_saml_xml_is_found(self):
        planted = tree(src__saml__a_cpp="#include <libxml/tree.h>\n#include <xmlsec/xmlsec.h>\n")
        self.assertEqual(2, len(list(law.libraries(planted))))
        inside = tree(src__saml__xml__a_cpp="#include <xmlsec/xmlsec.h>\n",
                      src__broker__a_cpp="#include <libxml/tree.h>\n")
        self.assertEqual("", says(law.libraries, inside))

    def test_an_unknown_library_is_found(self):
        planted = tree(src__portal__a_cpp="#include <rarely/heard.h>\n")
        self.assertIn("has no place in ARCHITECTURE.md", says(law.libraries, planted))

    def test_a_library_in_a_header_of_the_foundation_is_found(self):
        planted = tree(src__foundation__a_h="#include <fmt/core.h>\n",
                       src__foundation__a_cpp="#include <fmt/core.h>\n")
        self.assertEqual(1, len(list(law.libraries(planted))))

    def test_sockets_in_the_portal_are_found(self):
        planted = tree(src__portal__a_cpp="#include <sys/socket.h>\n")
        self.assertIn("no place here", says(law.libraries, planted))


class Rooms(unittest.TestCase):
    def test_an_arrow_that_is_not_drawn_is_found(self):
        planted = tree(src__portal__accounts__a_cpp='#include "portal/linking/code.h"\n')
        self.assertIn("no arrow from accounts to linking", says(law.rooms, planted))

    def test_a_drawn_arrow_and_the_common_headers_are_fine(self):
        planted = tree(src__portal__linking__a_h='#include "portal/accounts/a.h"\n'
                                                 '#include "portal/policy.h"\n')
        self.assertEqual("", says(law.rooms, planted))

    def test_a_cycle_that_is_drawn_is_found(self):
        page = PAGE.replace("accounts:\n", "accounts: linking\n")
        self.assertIn("accounts -> linking -> accounts", says(law.rooms, tree(page=page)))

    def test_a_cycle_between_headers_is_found(self):
        planted = tree(src__portal__policy_h='#include "portal/linking/a.h"\n',
                       src__portal__linking__a_h='#include "portal/policy.h"\n')
        self.assertIn("a cycle between headers", says(law.rooms, planted))


class Shape(unittest.TestCase):
    def test_a_file_of_301_lines_is_found_and_one_of_300_is_not(self):
        self.assertEqual("", says(shape.lengths, tree(src__a_cpp="x;\n" * 300)))
        self.assertIn("301 lines", says(shape.lengths, tree(src__a_cpp="x;\n" * 301)))

    def test_a_line_of_101_columns_is_found_and_one_of_100_is_not(self):
        self.assertEqual("", says(shape.lengths, tree(src__a_cpp="x" * 100 + "\n")))
        self.assertIn("101 columns", says(shape.lengths, tree(src__a_cpp="x" * 101 + "\n")))

    def lines_of(self, head: str, inner: int, tail: str = "}") -> str:
        begin = f"#include <vector>\nnamespace a {{\n{head} {{\n"
        return begin + "    x();\n" * inner + f"{tail}\n}}\n"

    def test_a_function_of_61_lines_is_found_and_one_of_60_is_not(self):
        for head in ("int f(int a)", "int C::f() const noexcept",
                     "template<class T>\nvoid f(T t = {})",
                     "bool operator==(A const& a, B const& b)"):
            extra = head.count("\n")
            self.assertEqual("", says(shape.functions,
                                      tree(src__a_cpp=self.lines_of(head, 58 - extra))))
            self.assertIn("a function of 61 lines",
                          says(shape.functions, tree(src__a_cpp=self.lines_of(head, 59 - extra))))

    def test_a_constructor_with_braces_in_its_list_is_measured(self):
        self.assertIn("a function of", says(shape.functions, tree(
            src__a_cpp=self.lines_of("C::C(int a) : a_{a}, b_{2}", 70))))

    def test_a_long_table_and_a_long_class_are_no_functions(self):
        for head, tail in (("constexpr Words dutch =", "};"), ("constexpr Words dutch", "};"),
                           ("class Long final : public Base", "};"), ("enum class E", "};")):
            self.assertEqual("", says(shape.functions,
                                      tree(src__a_cpp=self.lines_of(head, 90, tail))))

    def test_braces_in_literals_and_comments_do_not_count(self):
        code = ('void f() {\n    g("}}}{{{", \'}\', R"(<p>}}</p>)"); // }}}\n'
                + "    x();\n" * 60 + "}\n")
        self.assertIn("a function of 63 lines", says(shape.functions, tree(src__a_cpp=code)))

    def test_empty_names_are_found_and_innocent_ones_are_not(self):
        for name in ("LinkManager", "DateHelper", "StringUtils", "ArchiveImpl", "link_helper"):
            self.assertIn(name, says(shape.names, tree(src__a_cpp=f"class {name} {{}};\n")))
        innocent = ("// a Manager in a comment\n"
                    "auto s = \"Helper\"; int simple_implication;\n"
                    "QPDFPageHelper of_a_library;\n")
        self.assertEqual("", says(shape.names, tree(src__a_cpp=innocent)))
        self.assertIn("utils", says(shape.names, tree(src__portal__utils_h="")))

    def test_blanking_keeps_lines(self):
        text = 'a /* 1\n2 */ "x\\"y" R"h(\n)h" 1\'000\'000 // z\nb'
        self.assertEqual(text.count("\n"), blanked(text).count("\n"))
        self.assertIn("1'000'000", blanked(text))
        self.assertNotIn("x", blanked(text))


class Leaks(unittest.TestCase):
    def test_the_address_of_a_registry_is_found(self):
        for host in ("registry." + "npmjs.org", "deb." + "debian.org"):
            self.assertIn("registry", says(leaks.leaks, tree(docs__a_md=f"see https://{host}/x\n")))

    def test_the_path_of_one_machine_is_found(self):
        for path in ("/ho" + "me/anja/x", "/wo" + "rk/main", "/ro" + "ot/x"):
            self.assertIn("one machine", says(leaks.leaks, tree(docs__a_md=f"see {path}\n")))
        self.assertEqual("", says(leaks.leaks, tree(docs__a_md="see /homepage and a/work/b\n")))

    def test_a_private_key_is_found(self):
        planted = tree(a_pem="-----BEGIN " + "PRIVATE KEY-----\n")
        self.assertIn("private key", says(leaks.leaks, planted))

    def test_a_download_address_in_a_lock_file_is_found(self):
        planted = Tree({"frontend/package-lock.json":
                        Source("frontend/package-lock.json", '  "resolved": "https://x"\n')})
        self.assertIn("download address", says(leaks.leaks, planted))

    def test_what_debians_node_lacks_is_found(self):
        planted = tree(tests__browser__a_mjs="const here = import.meta." + "dirname;\n")
        self.assertIn("node 18", says(leaks.node_of_debian, planted))


class Requirements(unittest.TestCase):
    def page(self, column: str = "not yet") -> str:
        return "".join(f"| {rule} | text | {column if rule == 'P2.7' else 'not yet'} |\n"
                       for rule in requirements.RULES)

    def planted(self, page: str, test: str = "") -> Tree:
        return Tree({requirements.PAGE: Source(requirements.PAGE, page),
                     "tests/portal/a_test.cpp": Source("tests/portal/a_test.cpp", test)})

    def test_all_88_rules_are_known(self):
        self.assertEqual(88, len(requirements.RULES))
        self.assertEqual("", says(requirements.complete, self.planted(self.page())))

    def test_a_missing_row_is_found(self):
        page = self.page().replace("| P6.13 | text | not yet |\n", "")
        self.assertIn("P6.13 has no row", says(requirements.complete, self.planted(page)))

    def test_a_row_that_names_no_existing_test_is_found(self):
        page = self.page("`Linking.P2_7_dreamt`")
        self.assertIn("does not exist", says(requirements.complete, self.planted(page)))

    def test_the_column_is_written_from_the_tests(self):
        planted = self.planted(self.page(),
                               "TEST(Linking, P2_7_a_code_is_valid_for_24_hours) {}\n")
        self.assertIn("has tests now", says(requirements.complete, planted))
        page = requirements.filled(planted)
        self.assertIn("| P2.7 | text | `Linking.P2_7_a_code_is_valid_for_24_hours` |", page)
        self.assertNotIn("P2_7", page.replace("| P2.7 |", "").split("P2.10")[1])

    def test_a_number_is_not_taken_for_its_beginning(self):
        planted = self.planted(self.page(), "TEST(Linking, P2_10_five_wrong) {}\n")
        self.assertIn("P2.1", requirements.without_test(planted))
        self.assertNotIn("P2.10", requirements.without_test(planted))

    def test_a_journey_carries_numbers_in_its_titles(self):
        planted = self.planted(self.page())
        journey = Source("tests/browser/a.mjs", "ok('P3.6 Back is empty')")
        planted.sources[journey.path] = journey
        self.assertNotIn("P3.6", requirements.without_test(planted))


class Raced(unittest.TestCase):
    HEADER = "void end(Desk const& desk, Claim const& claim);\n"
    BODY = """#include "portal/linking/link.h"
namespace portal {
namespace {
template<class Done>
void step(Archive& archive, Done done) { archive.change([&](Records& r) { done(r); }); }
}
void end(Desk const& desk, Claim const& claim) { step(desk.archive, nothing); }
void look(Archive& archive) { archive.look(nothing); }
}
"""

    def planted(self, use_cases: str, body: str = BODY) -> Tree:
        return tree(src__portal__linking__link_h=self.HEADER + "void look(Archive& archive);\n",
                    src__portal__linking__link_cpp=body,
                    tests__system__support__list_cpp=use_cases)

    def test_a_use_case_that_is_missing_in_the_list_is_found_also_behind_a_step_of_its_file(self):
        self.assertIn("src/portal/linking/link.cpp:7: 'linking/link.h end' changes something",
                      says(raced.raced, self.planted("")))

    def test_what_is_in_the_list_and_what_only_looks_is_silent(self):
        self.assertEqual("", says(raced.raced, self.planted('x = "linking/link.h end";\n')))

    def test_a_name_in_the_list_that_changes_nothing_is_found(self):
        planted = self.planted('x = "linking/link.h end";\ny = "linking/link.h look";\n')
        self.assertIn("list.cpp:2: 'linking/link.h look' is no function",
                      says(raced.raced, planted))

    def test_each_way_to_change_something_is_known(self):
        for way in ("desk.change(claim, work);", "acted(desk, claim, work);",
                    "archive->change(work);", "return changed(desk, claim, asked, id, work);"):
            body = f'#include "portal/linking/link.h"\nvoid end(Desk const& desk) {{ {way} }}\n'
            self.assertIn("is not raced", says(raced.raced, self.planted("", body)), way)


if __name__ == "__main__":
    unittest.main()
