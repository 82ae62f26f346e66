#include "storage/driver/address.h"

#include <libpq-fe.h>
#include <memory>

namespace storage::driver {

namespace {

constexpr std::string_view memory = ":memory:";

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

std::string option(PQconninfoOption const* options, std::string_view keyword) {
    for (auto const* each = options; each->keyword != nullptr; ++each)
        if (each->keyword == keyword && each->val != nullptr)
            return each->val;
    return {};
}

/// Only the parts that cannot hold a secret.
std::string without_secrets(PQconninfoOption const* options) {
    auto const user = option(options, "user");
    auto const host = option(options, "host");
    auto const port = option(options, "port");
    auto printable = std::string{"postgresql://"};
    printable += user.empty() ? "" : user + "@";
    printable += host;
    printable += port.empty() ? "" : ":" + port;
    return printable + "/" + option(options, "dbname");
}

} // namespace

std::optional<DatabaseAddress> DatabaseAddress::parse(std::string_view text) {
    if (text.find('\0') != std::string_view::npos)
        return std::nullopt;
    if (text.starts_with("sqlite:")) {
        auto path = std::string{text.substr(7)};
        if (path.empty())
            return std::nullopt;
        return DatabaseAddress{Dialect::sqlite, std::move(path), std::string{text}};
    }
    if (text.starts_with("postgresql://")) {
        auto location = std::string{text};
        auto const options = Options{PQconninfoParse(location.c_str(), nullptr), &PQconninfoFree};
        if (!options)
            return std::nullopt;
        return DatabaseAddress{Dialect::postgresql, std::move(location),
                               without_secrets(options.get())};
    }
    return std::nullopt;
}

bool DatabaseAddress::in_memory() const {
    return dialect_ == Dialect::sqlite && location_.reveal() == memory;
}

} // namespace storage::driver
