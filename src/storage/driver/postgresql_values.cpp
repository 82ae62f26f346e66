#include "storage/driver/postgresql_values.h"

#include "storage/driver/errors.h"

#include <cstdlib>
#include <libpq-fe.h>

namespace storage::driver {

namespace {

// Types by their fixed numbers (src/include/catalog/pg_type.dat).
constexpr Oid boolean = 16;
constexpr Oid int8 = 20;
constexpr Oid int2 = 21;
constexpr Oid int4 = 23;
constexpr Oid text = 25;

std::int64_t whole_number(char const* bytes, int size) {
    auto number = std::int64_t{static_cast<signed char>(bytes[0])};
    for (int i = 1; i < size; ++i)
        number = number * 256 + static_cast<unsigned char>(bytes[i]);
    return number;
}

std::array<char, 8> network_order(std::int64_t number) {
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(number >> (56 - 8 * i));
    return bytes;
}

Value value(PGresult const& answer, int row, int column, char const* sql) {
    if (PQgetisnull(&answer, row, column) != 0)
        return std::monostate{};
    auto const* bytes = PQgetvalue(&answer, row, column);
    auto const size = PQgetlength(&answer, row, column);
    switch (PQftype(&answer, column)) {
    case boolean:
    case int2:
    case int4:
    case int8:
        return whole_number(bytes, size);
    case text:
        return std::string{bytes, static_cast<std::size_t>(size)};
    default:
        throw Fault(std::string{"neither text nor whole number comes from: "} + sql);
    }
}

} // namespace

Arguments::Arguments(std::span<Parameter const> parameters)
    : numbers(parameters.size())
    , formats(parameters.size(), binary_form) {
    for (auto const& parameter : parameters) {
        auto& number = numbers[values.size()];
        number = network_order(parameter.integer());
        auto const is_text = parameter.type() == Parameter::Type::text;
        auto const bytes = is_text ? parameter.text() : std::string_view{number.data(), 8};
        types.push_back(is_text ? text : int8);
        values.push_back(!parameter.present() ? nullptr : bytes.empty() ? "" : bytes.data());
        sizes.push_back(static_cast<int>(bytes.size()));
    }
}

std::int64_t changed_by(pg_result const& answer) {
    // libpq reads only, but its declaration does not say so.
    return std::strtoll(PQcmdTuples(const_cast<PGresult*>(&answer)), nullptr, 10);
}

Result result_of(pg_result const& answer, char const* sql) {
    auto const rows = PQntuples(&answer);
    auto const columns = PQnfields(&answer);
    auto result = Result{.columns = static_cast<std::size_t>(columns)};
    result.changed = changed_by(answer);
    result.cells.reserve(static_cast<std::size_t>(rows) * result.columns);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            result.cells.push_back(value(answer, row, column, sql));
    return result;
}

} // namespace storage::driver
