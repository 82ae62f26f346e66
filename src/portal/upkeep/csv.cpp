#include "portal/upkeep/csv.h"

#include <fmt/format.h>

namespace portal::upkeep {

namespace {

class CsvReader {
public:
    explicit CsvReader(std::string_view text)
        : text_(text) {
        if (text_.starts_with("\xef\xbb\xbf"))
            text_.remove_prefix(3);
    }

    std::expected<std::vector<CsvRow>, std::string> run() {
        while (at_ < text_.size()) {
            CsvRow row{.line = line_, .cells = {}};
            do
                row.cells.push_back(cell());
            while (complaint_.empty() && take(','));
            if (!complaint_.empty())
                return std::unexpected(complaint_);
            end_of_line();
            if (row.cells.size() > 1 || !row.cells.front().empty())
                rows_.push_back(std::move(row));
        }
        return std::move(rows_);
    }

private:
    bool at_end_of_cell() const {
        return at_ == text_.size() || text_[at_] == ',' || text_[at_] == '\n' ||
               text_.substr(at_).starts_with("\r\n");
    }

    bool take(char wanted) {
        if (at_ == text_.size() || text_[at_] != wanted)
            return false;
        ++at_;
        return true;
    }

    void end_of_line() {
        take('\r');
        if (take('\n'))
            ++line_;
    }

    std::string cell() {
        if (take('"'))
            return quoted();
        std::string value;
        while (!at_end_of_cell())
            value += text_[at_++];
        return value;
    }

    std::string quoted() {
        int const opened_on = line_;
        std::string value;
        while (at_ < text_.size()) {
            char const c = text_[at_++];
            if (c == '"' && !take('"')) {
                if (!at_end_of_cell())
                    complaint_ = fmt::format("line {}: text stands behind a closing quote", line_);
                return value;
            }
            line_ += c == '\n' ? 1 : 0;
            value += c;
        }
        complaint_ = fmt::format("line {}: a quote is opened and never closed", opened_on);
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::vector<CsvRow> rows_;
    std::string complaint_;
};

} // namespace

std::expected<std::vector<CsvRow>, std::string> parse_csv(std::string_view text) {
    return CsvReader{text}.run();
}

} // namespace portal::upkeep
