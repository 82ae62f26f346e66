#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// A TOML file read key by key. What is wrong is collected, so that an operator sees all of it at
/// once; finish() throws it.
class SettingsFile {
public:
    explicit SettingsFile(std::filesystem::path const& file);
    ~SettingsFile();

    std::string text(std::string_view section, std::string_view key);
    std::string text_or(std::string_view section, std::string_view key, std::string_view otherwise);
    /// One text or a list of them.
    std::vector<std::string> texts(std::string_view section, std::string_view key);
    /// A list of texts that may be absent.
    std::vector<std::string> texts_or_none(std::string_view section, std::string_view key);
    /// A table of texts, each with one text or a list of them.
    std::map<std::string, std::vector<std::string>> table(std::string_view section,
                                                          std::string_view key);
    /// Whether the file has this section at all.
    bool has(std::string_view section);
    std::int64_t number_or(std::string_view section, std::string_view key, std::int64_t otherwise,
                           std::int64_t least, std::int64_t most);
    bool flag_or(std::string_view section, std::string_view key, bool otherwise);
    std::filesystem::path path(std::string_view section, std::string_view key);
    std::filesystem::path path_or_none(std::string_view section, std::string_view key);
    std::vector<std::filesystem::path> paths(std::string_view section, std::string_view key);

    /// Says that the value of this key cannot be meant.
    void complain(std::string_view section, std::string_view key, std::string_view why);

    /// All that was wrong, with the keys that nobody asked for.
    std::vector<std::string> complaints() const;

    /// Throws Fault when anything was wrong, or when the file has keys that nobody asked for.
    void finish();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace server
