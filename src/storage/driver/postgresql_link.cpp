#include "storage/driver/postgresql_link.h"

#include "storage/driver/errors.h"

#include <algorithm>
#include <array>
#include <libpq-fe.h>

namespace storage::driver {

void ReleaseLink::operator()(pg_conn* link) const { PQfinish(link); }

namespace {

/// In the whole seconds that libpq knows, of which it takes two at least.
std::string seconds_for(Patience const& patience, Deadline deadline) {
    using std::chrono::seconds;
    auto const left = std::chrono::floor<seconds>(deadline - std::chrono::steady_clock::now());
    auto const usual = std::chrono::ceil<seconds>(patience.connect);
    return std::to_string(std::max(seconds{2}, std::min(usual, left)).count());
}

} // namespace

Link linked(foundation::Secret<std::string> const& location, Patience const& patience,
            Deadline deadline) {
    auto const wait = seconds_for(patience, deadline);
    // What stands before dbname is a default that the address may overrule.
    std::array const keys{"connect_timeout",
                          "application_name",
                          "client_encoding",
                          "keepalives_idle",
                          "keepalives_interval",
                          "keepalives_count",
                          "tcp_user_timeout",
                          "dbname",
                          static_cast<char const*>(nullptr)};
    std::array const values{wait.c_str(),
                            "mijnduo",
                            "UTF8",
                            "10",
                            "3",
                            "2",
                            "8000",
                            location.reveal().c_str(),
                            static_cast<char const*>(nullptr)};
    auto link = Link{PQconnectdbParams(keys.data(), values.data(), 1)};
    if (PQstatus(link.get()) != CONNECTION_OK) {
        auto const message = std::string{link ? PQerrorMessage(link.get()) : "out of memory"};
        throw Unreachable("no connection to PostgreSQL: " + message);
    }
    PQsetnonblocking(link.get(), 1);
    PQsetNoticeProcessor(link.get(), [](void*, char const*) {}, nullptr);
    PQenterPipelineMode(link.get());
    return link;
}

} // namespace storage::driver
