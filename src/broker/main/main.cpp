#include "broker/desk/desk.h"
#include "broker/desk/staff_desk.h"
#include "broker/messages/metadata.h"
#include "broker/program/configuration.h"
#include "broker/program/people.h"
#include "broker/program/provider_source.h"
#include "foundation/fault.h"
#include "transport/server.h"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <thread>

namespace {

using broker::program::Configuration;

foundation::Instant now() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

std::string read_file(std::filesystem::path const& path) {
    auto content = broker::program::content_of(path.string());
    if (!content)
        throw foundation::Fault{"The file " + path.string() + " cannot be read."};
    return *std::move(content);
}

template<class T>
T value_of(std::expected<T, std::string> read) {
    if (!read)
        throw foundation::Fault{read.error()};
    return *std::move(read);
}

Configuration configuration(std::string const& path) {
    if (path.empty())
        throw foundation::Fault{"Say which configuration to use: --config FILE."};
    return value_of(broker::program::read_configuration(
        read_file(path), std::filesystem::absolute(path).parent_path()));
}

broker::Party party(Configuration const& settings) {
    return {settings.entity_id, broker::SigningKey::read(read_file(settings.signing_key),
                                                         read_file(settings.signing_certificate))};
}

std::optional<broker::SigningKey> second_key(Configuration const& settings) {
    if (!settings.next)
        return std::nullopt;
    return broker::SigningKey::read(read_file(settings.next->key),
                                    read_file(settings.next->certificate));
}

std::vector<broker::pages::Listed> people(std::optional<std::filesystem::path> const& file) {
    return file ? value_of(broker::program::read_people(read_file(*file)))
                : broker::program::demonstration_people();
}

broker::Party staff_party(Configuration::Staff const& settings) {
    return {settings.entity_id, broker::SigningKey::read(read_file(settings.signing_key),
                                                         read_file(settings.signing_certificate))};
}

/// The identity provider of the agency's staff, when the configuration has one.
class StaffSide {
public:
    StaffSide(Configuration const& settings, foundation::Randomness& randomness) {
        if (!settings.staff)
            return;
        source_.emplace(settings.staff->service_provider_metadata,
                        broker::xml::read_plain_service_provider);
        desk_.emplace(broker::desk::StaffSetup{
            .public_url = settings.manner.public_url,
            .provider = staff_party(*settings.staff),
            .staff = broker::program::demonstration_staff(),
            .service_provider = [this] { return (*source_)(now()); },
            .randomness = randomness,
            .clock = now,
            .log = [](std::string_view line) { spdlog::info("{}", line); }});
    }
    std::optional<http::Response> answer(http::Request const& request) {
        if (!desk_ || !broker::desk::StaffDesk::is_for_staff(request))
            return std::nullopt;
        return desk_->answer(request);
    }

private:
    std::optional<broker::program::ProviderSource> source_;
    std::optional<broker::desk::StaffDesk> desk_;
};

transport::Server* running = nullptr; // a signal handler takes no argument

void serve(Configuration const& settings) {
    foundation::SystemRandomness randomness;
    broker::program::ProviderSource source{settings.service_provider_metadata};
    auto keys = broker::keys_of(party(settings), now());
    keys.second = second_key(settings);
    broker::desk::Desk desk{
        {.manner = settings.manner,
         .keys = std::move(keys),
         .people = people(settings.people),
         .provider = [&] { return source(now()); },
         .randomness = randomness,
         .clock = now,
         .log = [](std::string_view line) { spdlog::info("{}", line); },
         .wait = [](std::chrono::seconds time) { std::this_thread::sleep_for(time); }}};
    StaffSide staff{settings, randomness};
    transport::Server server{{.address = settings.address, .port = settings.port},
                             [&](http::Request const& request) {
                                 auto answered = staff.answer(request);
                                 return answered ? *std::move(answered) : desk.answer(request);
                             }};
    running = &server;
    for (int const signal : {SIGINT, SIGTERM})
        std::signal(signal, [](int) { running->stop(); });
    spdlog::info("test broker on {} (port {}); for testing only", settings.manner.public_url,
                 server.port());
    server.run();
    for (int const signal : {SIGINT, SIGTERM})
        std::signal(signal, SIG_DFL);
}

void print_metadata(Configuration const& settings, bool of_staff) {
    foundation::SystemRandomness randomness;
    if (of_staff && !settings.staff)
        throw foundation::Fault{"The configuration has no [staff]."};
    if (of_staff) {
        std::puts(broker::staff_metadata(staff_party(*settings.staff), settings.manner.public_url,
                                         randomness, now())
                      .c_str());
        return;
    }
    auto const metadata = broker::broker_metadata(party(settings), settings.manner.public_url,
                                                  randomness, now(), second_key(settings));
    std::puts(metadata.c_str());
}

void print_people(std::string const& config, std::string entity_id, bool as_json) {
    std::optional<std::filesystem::path> file;
    if (!config.empty()) {
        auto const settings = configuration(config);
        file = settings.people;
        if (entity_id.empty())
            entity_id =
                value_of(broker::program::ProviderSource{settings.service_provider_metadata}(now()))
                    ->entity_id;
    }
    if (entity_id.empty())
        throw foundation::Fault{"Say whose pseudonyms: --service-provider-entity-id ID or "
                                "--config FILE."};
    auto const text = as_json ? broker::program::people_as_json(people(file), entity_id)
                              : broker::program::people_as_text(people(file), entity_id);
    std::fputs(text.c_str(), stdout);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Test broker: imitates eHerkenning for Mijn DUO. For testing only."};
    std::string config;
    std::string entity_id;
    bool as_json = false;
    bool of_staff = false;
    app.add_option("--config", config, "the configuration (TOML)");
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.add_subcommand("serve", "answer visitors (also without a command)");
    auto* const metadata = app.add_subcommand("metadata", "print the broker's metadata");
    metadata->add_flag("--staff", of_staff, "of the identity provider of the agency's staff");
    auto* const list = app.add_subcommand("people", "print the invented people's pseudonyms");
    list->add_option("--service-provider-entity-id", entity_id, "whose pseudonyms");
    list->add_flag("--json", as_json, "as JSON");
    CLI11_PARSE(app, argc, argv);
    spdlog::set_default_logger(spdlog::stderr_logger_mt("broker"));
    try {
        if (metadata->parsed())
            print_metadata(configuration(config), of_staff);
        else if (list->parsed())
            print_people(config, entity_id, as_json);
        else
            serve(configuration(config));
        return 0;
    } catch (foundation::Fault const& fault) {
        std::fprintf(stderr, "mijnduo-broker: %s\n", fault.what());
        return 1;
    }
}
