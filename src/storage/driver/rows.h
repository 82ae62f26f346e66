#pragma once
#include "foundation/fault.h"
#include "foundation/instant.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace storage::driver {

using Value = std::variant<std::monostate, std::int64_t, std::string>;

/// What a statement gave: all its rows, cell after cell, and how many rows it changed (of a select
/// that number says nothing).
struct Result {
    std::size_t columns = 0;
    std::int64_t changed = 0;
    std::vector<Value> cells{};
};

/// One row; it shares the result it comes from, so it may be kept. Columns count from 0. Reading a
/// column as what it is not, or as present when it is null, is a mistake of our own.
class Row {
public:
    Row(std::shared_ptr<Result const> result, std::size_t number)
        : result_(std::move(result))
        , first_(number * result_->columns) {}

    bool is_null(std::size_t column) const {
        return std::holds_alternative<std::monostate>(cell(column));
    }
    std::string const& text(std::size_t column) const { return get<std::string>(column); }
    std::int64_t integer(std::size_t column) const { return get<std::int64_t>(column); }
    bool truth(std::size_t column) const { return integer(column) != 0; }
    foundation::Instant instant(std::size_t column) const {
        return foundation::from_micros(integer(column));
    }
    /// A type with a checked `parse`, such as an Id. A stored text that is none means a damaged
    /// row.
    template<class T>
    T as(std::size_t column) const {
        if (auto parsed = T::parse(text(column)))
            return *std::move(parsed);
        throw foundation::Fault("a stored value in column " + std::to_string(column) +
                                " cannot be read");
    }

    std::optional<std::string> optional_text(std::size_t column) const {
        return is_null(column) ? std::nullopt : std::optional{text(column)};
    }
    std::optional<std::int64_t> optional_integer(std::size_t column) const {
        return is_null(column) ? std::nullopt : std::optional{integer(column)};
    }
    std::optional<foundation::Instant> optional_instant(std::size_t column) const {
        return is_null(column) ? std::nullopt : std::optional{instant(column)};
    }
    template<class T>
    std::optional<T> optional_as(std::size_t column) const {
        return is_null(column) ? std::nullopt : std::optional{as<T>(column)};
    }

private:
    Value const& cell(std::size_t column) const {
        foundation::ensure(column < result_->columns, "the statement has no such column");
        return result_->cells[first_ + column];
    }
    template<class T>
    T const& get(std::size_t column) const {
        auto const* value = std::get_if<T>(&cell(column));
        foundation::ensure(value != nullptr, "the column holds something else, or nothing");
        return *value;
    }

    std::shared_ptr<Result const> result_;
    std::size_t first_;
};

class Rows {
public:
    explicit Rows(Result result)
        : result_(std::make_shared<Result const>(std::move(result))) {}

    std::size_t size() const {
        return result_->columns == 0 ? 0 : result_->cells.size() / result_->columns;
    }
    bool empty() const { return size() == 0; }
    Row operator[](std::size_t number) const { return Row{result_, number}; }

    class Iterator {
    public:
        Iterator(Rows const& rows, std::size_t number)
            : rows_(&rows)
            , number_(number) {}
        Row operator*() const { return (*rows_)[number_]; }
        Iterator& operator++() {
            ++number_;
            return *this;
        }
        bool operator==(Iterator const& other) const { return number_ == other.number_; }

    private:
        Rows const* rows_;
        std::size_t number_;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

private:
    std::shared_ptr<Result const> result_;
};

} // namespace storage::driver
