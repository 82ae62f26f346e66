#pragma once
#include "foundation/instant.h"
#include "saml/support/hostile_keys.h"

#include <filesystem>
#include <string>

/// A folder as an operator has it: configuration, keys whose certificates hold the OIN, the
/// broker's metadata. Everything is in order; mail becomes files, and answers are posted, so that
/// nothing need listen.
class Installation {
public:
    Installation();
    ~Installation();
    Installation(Installation const&) = delete;
    Installation& operator=(Installation const&) = delete;

    std::filesystem::path file(std::string const& name) const { return folder_ / name; }
    std::filesystem::path configuration() const { return file("mijnduo.toml"); }

    /// Changes the text of the configuration; aborts when `from` is not in it.
    void configure(std::string const& from, std::string const& to) const;
    void write(std::string const& name, std::string const& text) const;
    /// The broker's metadata with this endpoint for artifacts and these attributes, pinned.
    void broker_at(std::string const& address, std::string const& attributes = "",
                   int entity = 9001,
                   std::string const& sign_on = "https://broker.example/sso") const;
    /// With [server] testing = false, and everything as real visitors need it.
    void for_production() const;
    /// So that it can be served beside others on this machine, on ports that are free.
    void on_free_ports() const;

    std::string checked(foundation::Instant now) const; ///< the report
    std::string checked() const;

private:
    std::filesystem::path folder_;
};

hostile::KeyPair const& broker_key();
