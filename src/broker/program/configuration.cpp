#include "broker/program/configuration.h"

#include "foundation/loopback.h"
#include "foundation/text.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace broker::program {
namespace {

constexpr auto broker_keys = std::to_array<std::string_view>(
    {"i_am_for_testing", "others_may_reach_it", "public_url", "listen", "entity_id", "signing_key",
     "signing_certificate", "next_signing_key", "next_signing_certificate",
     "service_provider_metadata", "service_provider_name", "service_uuid", "people",
     "minimum_level", "artifact_delivery", "sign_response", "with_advice"});

constexpr auto staff_keys = std::to_array<std::string_view>(
    {"entity_id", "signing_key", "signing_certificate", "service_provider_metadata"});

/// Takes the values out of the table; the first thing that is wrong stays.
class Reader {
public:
    Reader(toml::table const& table, std::string section,
           std::span<std::string_view const> known_keys)
        : table_(table)
        , section_("[" + std::move(section) + "]") {
        for (auto const& [key, value] : table)
            if (std::ranges::find(known_keys, key.str()) == known_keys.end())
                complain(section_ + " has an unknown key: " + std::string{key.str()} + ".");
    }

    std::string text(std::string_view key, std::optional<std::string> otherwise = {}) {
        auto const* const node = table_.get(key);
        auto const value = node ? node->value_exact<std::string>() : otherwise;
        if (!value || value->empty())
            complain(std::string{key} + " must be a text in " + section_ + ".");
        return value.value_or("");
    }

    bool yes_or_no(std::string_view key, bool otherwise) {
        auto const* const node = table_.get(key);
        auto const value = node ? node->value_exact<bool>() : std::optional{otherwise};
        if (!value)
            complain(std::string{key} + " must be true or false in " + section_ + ".");
        return value.value_or(otherwise);
    }

    void complain(std::string sentence) {
        if (complaint_.empty())
            complaint_ = std::move(sentence);
    }
    std::string const& complaint() const { return complaint_; }
    bool has(std::string_view key) const { return table_.contains(key); }

private:
    toml::table const& table_;
    std::string section_;
    std::string complaint_;
};

desk::Manner read_manner(Reader& reader) {
    auto const delivery = reader.text("artifact_delivery", "get");
    if (delivery != "get" && delivery != "post")
        reader.complain("artifact_delivery must be \"get\" or \"post\".");
    auto const level = level_named(reader.text("minimum_level", "loa3"));
    if (!level)
        reader.complain("minimum_level must be loa1, loa2, loa2plus, loa3 or loa4.");
    auto public_url = reader.text("public_url", "http://localhost:8081");
    if (public_url.ends_with('/') || public_url.find("://") == std::string::npos)
        reader.complain("public_url must be a scheme and a host, without a slash at the end.");
    return {.public_url = std::move(public_url),
            .provider_name = reader.text("service_provider_name", "Dienst Uitvoering Onderwijs"),
            .service_uuid = reader.text("service_uuid", "6f2d8f3e-3a5c-4b53-9f0e-6d75d9a01b52"),
            .minimum_level = level.value_or(Level::loa3),
            .artifact_delivery =
                delivery == "post" ? desk::ArtifactDelivery::post : desk::ArtifactDelivery::get,
            .sign_response = reader.yes_or_no("sign_response", true),
            .with_advice = reader.yes_or_no("with_advice", true)};
}

std::pair<std::string, std::uint16_t> read_listen(Reader& reader) {
    auto const listen = reader.text("listen", "127.0.0.1:8081");
    auto const colon = listen.rfind(':');
    auto const digits = colon == std::string::npos ? std::string{} : listen.substr(colon + 1);
    std::uint16_t port = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
        reader.complain("listen must be an address and a port, such as 127.0.0.1:8081.");
    bool const for_others = reader.yes_or_no("others_may_reach_it", false);
    if (!for_others && !foundation::is_loopback(listen.substr(0, colon)))
        reader.complain("listen is no address of this machine alone, such as 127.0.0.1:8081. "
                        "Whoever reaches this program signs in as anybody: elsewhere it listens "
                        "only when [broker] says as well: others_may_reach_it = true.");
    return {listen.substr(0, colon), port};
}

bool is_address(std::string_view text) { return text.find("://") != std::string_view::npos; }

std::string located(std::string const& where, std::filesystem::path const& folder) {
    return is_address(where) ? where : (folder / where).string();
}

Configuration::Staff read_staff(Reader& reader, std::filesystem::path const& folder) {
    return {.entity_id = reader.text("entity_id", "urn:example:agency:staff"),
            .signing_key = folder / reader.text("signing_key"),
            .signing_certificate = folder / reader.text("signing_certificate"),
            .service_provider_metadata = located(reader.text("service_provider_metadata"), folder)};
}

} // namespace

std::expected<Configuration, std::string> read_configuration(std::string_view text,
                                                             std::filesystem::path const& folder) {
    toml::table file;
    try {
        file = toml::parse(text);
    } catch (toml::parse_error const& error) {
        return std::unexpected{
            "The configuration is not TOML: " + std::string{error.description()} + "."};
    }
    auto const* const table = file["broker"].as_table();
    auto const* const staff = file["staff"].as_table();
    if (!table || file.size() != (staff ? 2U : 1U))
        return std::unexpected{
            "The configuration must have one table, [broker], and beside it at most [staff]."};
    Reader reader{*table, "broker", broker_keys};
    if (!reader.yes_or_no("i_am_for_testing", false))
        reader.complain("This program signs anybody in as anybody else. It starts only when "
                        "[broker] says: i_am_for_testing = true.");
    auto manner = read_manner(reader);
    auto [address, port] = read_listen(reader);
    auto const metadata = reader.text("service_provider_metadata");
    Configuration read{
        .manner = std::move(manner),
        .entity_id = reader.text("entity_id", "urn:etoegang:HM:00000009000000000001:entities:9001"),
        .address = std::move(address),
        .port = port,
        .signing_key = folder / reader.text("signing_key"),
        .signing_certificate = folder / reader.text("signing_certificate"),
        .service_provider_metadata = located(metadata, folder),
        .people = {},
        .staff = {}};
    if (reader.has("next_signing_key") || reader.has("next_signing_certificate"))
        read.next = Pair{.key = folder / reader.text("next_signing_key"),
                         .certificate = folder / reader.text("next_signing_certificate")};
    if (reader.has("people"))
        read.people = folder / reader.text("people");
    if (!reader.complaint().empty())
        return std::unexpected{reader.complaint()};
    if (staff) {
        Reader of_staff{*staff, "staff", staff_keys};
        read.staff = read_staff(of_staff, folder);
        if (!of_staff.complaint().empty())
            return std::unexpected{of_staff.complaint()};
    }
    return read;
}

} // namespace broker::program
