#include "storage/samples.h"

namespace storage::samples {

using namespace portal;
using std::chrono::year;

namespace {

constexpr auto key_of_tests = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

} // namespace

KvkNumber kvk(std::string_view text) { return KvkNumber::parse(text).value(); }

OrganisationId organisation_id(std::string_view text) {
    return OrganisationId::parse(text).value();
}

AccountId account_id(std::string_view text) { return AccountId::parse(text).value(); }

Username username(unsigned n) {
    auto randomness = foundation::SeededRandomness{n};
    return Username::mint(randomness);
}

Identity identity(std::string pseudonym, std::string_view number) {
    return {.pseudonym = std::move(pseudonym), .kvk = kvk(number)};
}

Organisation organisation(std::string_view id) {
    return {.id = organisation_id(id),
            .name = "Stichting De Brug",
            .kvk_numbers = {kvk()},
            .rsin = std::nullopt,
            .sectors = {"po"},
            .attributes = {},
            .is_agency = false,
            .admitted_at = now - std::chrono::days{400},
            .ended_at = std::nullopt};
}

Organisation large_organisation(std::string_view id) {
    return {.id = organisation_id(id),
            .name = "Çelik & Zonen, onderwijs",
            .kvk_numbers = {kvk("87654321"), kvk("00000012")},
            .rsin = "123456782",
            .sectors = {"vo", "po"},
            .attributes = {{"brin", "99ZZ", "Locatie \"Noord\""}, {"bestuursnummer", "41234", ""}},
            .is_agency = true,
            .admitted_at = now - 1h,
            .ended_at = now + 24h};
}

Account account(std::string_view id, unsigned number, std::string_view organisation) {
    return {.id = account_id(id),
            .organisation = organisation_id(organisation),
            .username = username(number),
            .person = {.name = "Anna de Vries " + std::to_string(number),
                       .email = "anna" + std::to_string(number) + "@school.example",
                       .phone = "0612345678",
                       .function = "docent"},
            .administrator_roles = {},
            .staff_roles = {},
            .registered_by = std::nullopt,
            .registered_at = now - std::chrono::days{10},
            .letter_serial = "",
            .letter_made_at = std::nullopt,
            .letter_handed_over_on = std::nullopt,
            .revocation_digest = "",
            .code_requested_at = std::nullopt,
            .code = std::nullopt,
            .code_last_sent_at = std::nullopt,
            .attempts = {},
            .link = std::nullopt,
            .ended_at = std::nullopt};
}

Account full_account(std::string_view id, unsigned number) {
    auto full = account(id, number);
    full.person.language = Language::english;
    full.administrator_roles = {"beheerder-po", "beheerder-rio"};
    full.staff_roles = {StaffRole::registrar, StaffRole::auditor};
    full.registered_by = account_id("anna");
    full.letter_serial = "B-17";
    full.letter_made_at = now - 5h;
    full.letter_handed_over_on = year{2026} / 11 / 22;
    full.revocation_digest = std::string(64, 'f');
    full.code_requested_at = now - 3h;
    full.code = SentCode{.digest = std::string(64, 'c'), .sent_at = now - 2h};
    full.code_last_sent_at = now - 2h;
    full.attempts = {.wrong = 4, .blocked_until = now + 7min, .by = {"one", "one", "two", "one"}};
    full.link = Link{.identity = identity("person-9"),
                     .linked_at = now - 1h,
                     .level = AssuranceLevel::loa4,
                     .last_sign_in_at = now - 1min};
    full.ended_at = now + 24h;
    full.agreed_terms = 3;
    full.version = 12;
    return full;
}

Link link(Identity identity) {
    return {.identity = std::move(identity), .linked_at = now, .last_sign_in_at = std::nullopt};
}

Session session(std::string digest, std::string_view account) {
    return {.digest = std::move(digest),
            .account = AccountId::parse(account),
            .identity = identity(),
            .level = AssuranceLevel::loa3,
            .branch_number = std::nullopt,
            .language = Language::dutch,
            .form_token = "token",
            .return_path = "",
            .started_at = now,
            .seen_at = now};
}

std::optional<portal::Session> session_in(portal::Records& records, std::string const& digest) {
    auto bearer = records.bearer(digest);
    return bearer ? std::optional{std::move(bearer->session)} : std::nullopt;
}

Grant grant(std::string_view id, std::string_view account) {
    return {.id = GrantId::parse(id).value(),
            .account = account_id(account),
            .role = "medewerker-bekostiging",
            .attributes = {{"bestuursnummer", "41234"}},
            .from = year{2026} / 11 / 1,
            .until = std::nullopt,
            .reason = "",
            .granted_by = account_id("anna"),
            .granted_at = now,
            .withdrawn_at = std::nullopt};
}

correspondence::Post post(std::string address) {
    return {.mail = {.kind = MailKind::activation_code,
                     .language = Language::english,
                     .address = std::move(address),
                     .name = "Anna Çelik",
                     .organisation = "De Brug",
                     .other_person = "Bert",
                     .code = "ABCDEFGHJK",
                     .moment = now + 24h,
                     .number = 5},
            .useless_after = now + 24h};
}

OnTheArchive::OnTheArchive()
    : key_(foundation::MasterKey::parse(key_of_tests).value()) {
    migrated();
    archive_ = make_archive(database(), key_, randomness_, Moments::asked);
    outbox_ = make_outbox(database(), key_, bulk_a_minute);
    change([](Records& records) {
        records.add(organisation());
        records.add(account());
    });
}

OnTheArchive::Node OnTheArchive::another_node(Moments moments) {
    auto node = Node{.database = open(), .archive = nullptr, .outbox = nullptr};
    node.archive = make_archive(*node.database, key_, randomness_, moments);
    node.outbox = make_outbox(*node.database, key_, bulk_a_minute, moments);
    return node;
}

void OnTheArchive::sql(std::string const& script) {
    auto transaction = driver::Transaction{database()};
    transaction.execute_script(script);
    transaction.commit();
}

} // namespace storage::samples
