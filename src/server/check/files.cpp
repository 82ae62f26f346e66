#include "server/check/points.h"
#include "server/demands.h"

#include <fmt/format.h>
#include <unistd.h>

namespace server::check {

bool secret_file(Report& report, std::string_view subject, std::filesystem::path const& file) {
    auto const name = file.string();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        report.wrong(subject, "there is no file " + name);
        return false;
    }
    if (access(file.c_str(), R_OK) != 0) {
        report.wrong(subject, fmt::format("this user may not read {}: give it to the user that "
                                          "the portal runs as, chmod 400",
                                          name));
        return false;
    }
    if (auto const open = demands::open_to_others(file))
        report.wrong(subject, *open);
    else
        report.ok(subject, "only its owner may read " + name);
    return true;
}

void files(Report& report, Configuration const& configuration) {
    auto const& mail = configuration.mail;
    secret_file(report, "master key", configuration.server.master_key_file);
    if (!mail.password.empty())
        secret_file(report, "mail password", mail.password);
    if (!configuration.eherkenning.pkcs11_pin.empty())
        secret_file(report, "PIN", configuration.eherkenning.pkcs11_pin);
}

void production(Report& report, demands::List const& unmet) {
    for (auto const& [subject, said] : unmet)
        report.wrong(subject, said);
}

} // namespace server::check
