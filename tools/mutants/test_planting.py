"""The planter of mutants: what is planted, and that the sleeping text means what it meant."""
import unittest

from planting import AWAKE, planted


def plant(text: str) -> tuple[str, list[str]]:
    done, mutants = planted("a.cpp", text, 1)
    return done.removeprefix(AWAKE), [f"{one.kind}: {one.what}"
                                                        for one in mutants]


class Planting(unittest.TestCase):
    def test_a_condition_may_never_hold(self):
        text, mutants = plant("if (!key)\n    return refused();")
        self.assertEqual(text, "if (!mutant(1) && (!key))\n    return refused();")
        self.assertEqual(mutants, ["never: !key"])

    def test_what_a_condition_declares_may_be_passed_over(self):
        for declared in ("auto const found = rule()", "auto* found =\n rule()"):
            text, _ = plant(f"if ({declared})\n    return found;")
            self.assertEqual(text, f"if ({declared}; !mutant(1) && (found))\n    return found;")
        text, _ = plant("if (auto const found = rule(); !found)\n    return;")
        self.assertEqual(text,
                         "if (auto const found = rule(); !mutant(1) && (!found))\n    return;")

    def test_what_stands_before_a_condition_may_end_a_line(self):
        text, _ = plant("if (auto const found = rule();\n    !found)\n    return;")
        self.assertEqual(text,
                         "if (auto const found = rule(); !mutant(1) && (!found))\n    return;")

    def test_the_permitted_skew_may_be_a_second_more_wherever_it_is_kept(self):
        for name in ("expected.skew", "judgement.expected.skew"):
            self.assertEqual(plant(f"auto end = until + {name};")[0],
                             f"auto end = until + ({name} + std::chrono::seconds{{mutant(1)}});")

    def test_each_part_may_be_taken_out(self):
        self.assertEqual(plant("if (a || b)\n    f();")[1],
                         ["never: a || b", "never: a", "never: b"])
        self.assertEqual(plant("return a && (b || c);")[1],
                         ["always: a", "always: (b || c)", "never: b", "never: c"])

    def test_a_boundary_may_lie_one_off(self):
        text, mutants = plant("return now < until;")
        self.assertEqual(text, "return (mutant(1) || (!mutant(2) && "
                         "((mutant(3) ? now <= until : now < until))));")
        self.assertEqual(mutants, ["always: now < until", "never: now < until",
                                   "boundary: now < until as <="])
        self.assertEqual(plant("if (EVP_Update(key) == 1)\n    f();")[1],
                         ["never: EVP_Update(key) == 1"])
        self.assertEqual(plant("if (keys.size() != 1)\n    f();")[1],
                         ["never: keys.size() != 1", "boundary: keys.size() != 1 as <",
                          "boundary: keys.size() != 1 as >"])
        self.assertEqual(plant("if (keys.size() != 0)\n    f();")[1], ["never: keys.size() != 0"])

    def test_a_limit_may_be_one_higher(self):
        self.assertEqual(plant("constexpr std::size_t most = 4;")[0],
                         "const std::size_t most = 4 + mutant(1);")
        self.assertEqual(plant("inline constexpr std::chrono::minutes oldest{5};")[0],
                         "inline const std::chrono::minutes oldest{5 + mutant(1)};")

    def test_a_chosen_value_is_chosen_by_a_condition(self):
        self.assertEqual(plant("return one ? a : b;")[0], "return (!mutant(1) && (one)) ? a : b;")

    def test_quotations_and_comments_are_no_code(self):
        for text in ('auto const it = "if (a || b)";', "// if (a) return b < c;",
                     "R\"(if (a))\"", "return std::vector<int>{};", "return plain(value);"):
            self.assertEqual(plant(text), (text, []))

    def test_lambdas_within_conditions_are_planted_too(self):
        _, mutants = plant("if (!all_of(x, [](char c) { return c >= 'a'; }))\n    f();")
        self.assertEqual(len(mutants), 4)
        self.assertIn("boundary: c >= 'a' as >", mutants)


if __name__ == "__main__":
    unittest.main()
