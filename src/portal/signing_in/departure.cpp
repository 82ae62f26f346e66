#include "portal/signing_in/departure.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <array>
#include <charconv>

namespace portal::signing_in {

namespace {

constexpr std::string_view purpose = "departure";
constexpr std::string_view version = "1";
constexpr char between = '\n';

constexpr std::array levels{AssuranceLevel::loa1, AssuranceLevel::loa2, AssuranceLevel::loa2plus,
                            AssuranceLevel::loa3, AssuranceLevel::loa4};

std::optional<AssuranceLevel> level_of(std::string_view name) {
    for (auto const level : levels)
        if (name_of(level) == name)
            return level;
    return std::nullopt;
}

std::optional<foundation::Instant> moment_of(std::string_view text) {
    std::int64_t count = 0;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, count);
    if (read.ec != std::errc{} || read.ptr != end)
        return std::nullopt;
    return foundation::from_micros(count);
}

} // namespace

std::string sealed(Vault const& vault, DepartureNote const& note) {
    std::string text{version};
    for (std::string const& field :
         {note.relay_digest, note.browser_digest, note.pending.request_id,
          std::to_string(foundation::micros(note.pending.departed_at)),
          std::string{name_of(note.pending.minimum_level)}, note.return_path,
          std::string{note.language == Language::english ? "en" : "nl"},
          note.account ? note.account->text() : std::string{}, note.session_digest}) {
        foundation::ensure(!foundation::has_control_characters(field),
                           "a departure with a control character");
        text.append(1, between).append(field);
    }
    return vault.key.seal(purpose, text, vault.randomness);
}

std::optional<DepartureNote> unsealed(Vault const& vault, std::string_view text) {
    auto const opened = vault.key.open(purpose, text);
    if (!opened)
        return std::nullopt;
    auto const fields = foundation::split(*opened, between);
    constexpr std::size_t all = 10;
    if (fields.size() != all || fields[0] != version)
        return std::nullopt;
    auto const departed_at = moment_of(fields[4]);
    auto const level = level_of(fields[5]);
    auto const account = AccountId::parse(fields[8]);
    if (!departed_at || !level || (!account && !fields[8].empty()))
        return std::nullopt;
    return DepartureNote{
        .relay_digest = std::string{fields[1]},
        .browser_digest = std::string{fields[2]},
        .pending = {.request_id = std::string{fields[3]},
                    .departed_at = *departed_at,
                    .minimum_level = *level},
        .return_path = std::string{fields[6]},
        .language = fields[7] == "en" ? Language::english : Language::dutch,
        .account = account,
        .session_digest = std::string{fields[9]},
    };
}

} // namespace portal::signing_in
