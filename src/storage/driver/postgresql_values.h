#pragma once
#include "storage/driver/rows.h"
#include "storage/driver/statement.h"

#include <array>
#include <span>
#include <vector>

struct pg_result; // PGresult, without libpq's header

namespace storage::driver {

/// PostgreSQL's format code for values in binary: texts as they are, numbers in network order.
constexpr int binary_form = 1;

/// Parameters in the shape in which libpq takes them. It views their texts and its own numbers.
struct Arguments {
    explicit Arguments(std::span<Parameter const> parameters);
    Arguments(Arguments const&) = delete;
    Arguments& operator=(Arguments const&) = delete;
    int count() const { return static_cast<int>(values.size()); }

    std::vector<std::array<char, 8>> numbers;
    std::vector<unsigned> types{};
    std::vector<char const*> values{};
    std::vector<int> sizes{};
    std::vector<int> formats;
};

/// How many rows the statement says that it changed.
std::int64_t changed_by(pg_result const& answer);

/// What a prepared statement answered, in binary. A column that is neither text nor a whole number
/// is a fault.
Result result_of(pg_result const& answer, char const* sql);

} // namespace storage::driver
