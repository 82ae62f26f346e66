#pragma once
#include "foundation/civil_date.h"
#include "storage/driver/rows.h"
#include "storage/words.h"

#include <optional>
#include <string>
#include <utility>

namespace storage {

/// Reads a row from left to right, in the order in which a braced list is evaluated. So the columns
/// of a select stand in the order of the struct's members, and nobody counts them.
class Columns {
public:
    explicit Columns(driver::Row row)
        : row_(std::move(row)) {}

    std::string text() { return row_.text(next_++); }
    std::int64_t integer() { return row_.integer(next_++); }
    int number() { return static_cast<int>(integer()); }
    bool truth() { return row_.truth(next_++); }
    foundation::Instant instant() { return row_.instant(next_++); }
    std::optional<std::string> optional_text() { return row_.optional_text(next_++); }
    std::optional<foundation::Instant> optional_instant() { return row_.optional_instant(next_++); }

    template<class T>
    T as() {
        return row_.as<T>(next_++);
    }
    template<class T>
    std::optional<T> optional_as() {
        return row_.optional_as<T>(next_++);
    }
    template<class Enum>
    Enum word() {
        return from_word<Enum>(row_.text(next_++));
    }
    std::vector<std::string> list() { return codes(row_.text(next_++)); }

    foundation::CivilDate date() { return date_of(text()); }
    std::optional<foundation::CivilDate> optional_date() {
        auto const stored = optional_text();
        return stored ? std::optional{date_of(*stored)} : std::nullopt;
    }
    bool next_is_null() const { return row_.is_null(next_); }
    void skip(std::size_t columns) { next_ += columns; }

private:
    static foundation::CivilDate date_of(std::string const& stored) {
        if (auto const date = foundation::parse_iso_date(stored))
            return *date;
        throw foundation::Fault("a stored day cannot be read");
    }

    driver::Row row_;
    std::size_t next_ = 0;
};

/// A day as it is stored: jjjj-mm-dd.
inline std::optional<std::string> stored(std::optional<foundation::CivilDate> const& date) {
    return date ? std::optional{foundation::iso_date(*date)} : std::nullopt;
}

/// How many rows come before a page; pages count from 1.
constexpr std::int64_t offset_of(int page, int per_page) {
    return std::int64_t{page < 1 ? 0 : page - 1} * per_page;
}

} // namespace storage
