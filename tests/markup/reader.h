#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A second reader of HTML, written from the standard's tokenizer (WHATWG 13.2.5) and knowing
/// nothing of ours. It forgives as browsers forgive: that is where injections live.
namespace reader {

enum class Kind { start, end, text, comment };

struct Token {
    Kind kind;
    std::string name{};                                            ///< in lower case
    std::vector<std::pair<std::string, std::string>> attributes{}; ///< the first of a name counts
    std::string text{};                                            ///< references resolved
};

std::vector<Token> read(std::string_view html);

/// Tags and names of attributes in their order; what is said in them left out.
std::string shape(std::vector<Token> const& tokens);

/// Whether every element is closed by its own end tag.
bool is_balanced(std::vector<Token> const& tokens);

} // namespace reader
