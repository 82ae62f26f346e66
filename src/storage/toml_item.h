#pragma once
#include "foundation/instant.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storage {

/// One table of a TOML file, read name by name. What cannot be read is a Fault with a plain
/// sentence that tells file and line; so is a name that nobody asked for, for it is a slip of the
/// pen.
class TomlItem {
public:
    /// The tables [[list]] of a file, which holds nothing else.
    static std::vector<TomlItem> read(std::filesystem::path const& file, std::string_view list);

    std::string text(std::string_view name);
    std::string text_or(std::string_view name, std::string_view otherwise);
    std::int64_t number_or(std::string_view name, std::int64_t otherwise);
    bool truth_or(std::string_view name, bool otherwise);
    std::vector<std::string> texts(std::string_view name); ///< none when it is absent
    foundation::Instant moment(std::string_view name);     ///< on the clock of Amsterdam
    std::optional<TomlItem> item(std::string_view name);   ///< { ... }
    std::vector<TomlItem> items(std::string_view name);    ///< [[...]]; none when it is absent

    /// To be called when all names have been asked for.
    void finish() const;
    /// A Fault that begins with the file and the line of this name, or of the table itself.
    [[noreturn]] void complain(std::string_view name, std::string const& sentence) const;

private:
    struct Inside;
    explicit TomlItem(std::shared_ptr<Inside> inside)
        : inside_(std::move(inside)) {}
    std::shared_ptr<Inside> inside_;
};

} // namespace storage
