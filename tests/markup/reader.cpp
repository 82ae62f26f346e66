#include "markup/reader.h"

#include <algorithm>
#include <array>

namespace reader {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template<std::size_t Count>
bool is_one_of(std::string_view name, std::array<std::string_view, Count> const& names) {
    return std::ranges::find(names, name) != names.end();
}
constexpr auto void_names = std::to_array<std::string_view>(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"});
constexpr auto raw_names = std::to_array<std::string_view>(
    {"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"});
constexpr auto reference_names =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"&lt;", "<"},
                                                                  {"&gt;", ">"},
                                                                  {"&amp;", "&"},
                                                                  {"&quot;", "\""},
                                                                  {"&#39;", "'"},
                                                                  {"&nbsp;", "\xC2\xA0"}});

std::string resolved(std::string_view raw) {
    std::string text;
    while (!raw.empty()) {
        auto const known = std::ranges::find_if(
            reference_names, [&](auto const& one) { return raw.starts_with(one.first); });
        if (known == reference_names.end()) {
            text += raw.front();
            raw.remove_prefix(1);
        } else {
            text += known->second;
            raw.remove_prefix(known->first.size());
        }
    }
    return text;
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view html)
        : rest_(html) {}

    std::vector<Token> read() {
        while (!rest_.empty())
            one();
        return std::move(tokens_);
    }

private:
    void one() {
        if (rest_.size() > 1 && rest_[0] == '<') {
            if (is_letter(rest_[1]))
                return tag(Kind::start, 1);
            if (rest_[1] == '/' && rest_.size() > 2 && is_letter(rest_[2]))
                return tag(Kind::end, 2);
            if (rest_[1] == '!' || rest_[1] == '?' || rest_[1] == '/')
                return comment();
        }
        text(std::min(rest_.find('<', 1), rest_.size()), true);
    }

    void text(std::size_t size, bool resolves) {
        auto const raw = rest_.substr(0, size);
        rest_.remove_prefix(size);
        auto const said = resolves ? resolved(raw) : std::string{raw};
        if (!tokens_.empty() && tokens_.back().kind == Kind::text)
            tokens_.back().text += said;
        else if (!said.empty())
            tokens_.push_back({.kind = Kind::text, .text = said});
    }

    void comment() {
        bool const real = rest_.starts_with("<!--");
        auto const end = rest_.find(real ? "-->" : ">", real ? 4 : 2);
        auto const size = end == rest_.npos ? rest_.size() : end + (real ? 3 : 1);
        bool const doctype = rest_.starts_with("<!doctype html>");
        if (!doctype)
            tokens_.push_back({.kind = Kind::comment});
        rest_.remove_prefix(size);
    }

    void tag(Kind kind, std::size_t skip) {
        rest_.remove_prefix(skip);
        Token token{.kind = kind};
        while (!rest_.empty() && !is_blank(rest_[0]) && rest_[0] != '/' && rest_[0] != '>')
            token.name += lower(take());
        while (!rest_.empty() && rest_[0] != '>')
            if (is_blank(rest_[0]) || rest_[0] == '/')
                take();
            else
                attribute(token);
        if (rest_.empty())
            return; // the end of the file in a tag: there is no tag
        take();
        tokens_.push_back(token);
        if (kind == Kind::start)
            content_of(token.name);
    }

    void attribute(Token& token) {
        std::string name{lower(take())};
        while (!rest_.empty() && !is_blank(rest_[0]) && rest_[0] != '/' && rest_[0] != '>' &&
               rest_[0] != '=')
            name += lower(take());
        auto const after = rest_.find_first_not_of(" \n\t\r\f");
        std::string said;
        if (after != rest_.npos && rest_[after] == '=') {
            rest_.remove_prefix(after + 1);
            said = value();
        }
        auto const known =
            std::ranges::find(token.attributes, name, &std::pair<std::string, std::string>::first);
        if (known == token.attributes.end())
            token.attributes.emplace_back(name, said);
    }

    std::string value() {
        while (!rest_.empty() && is_blank(rest_[0]))
            take();
        if (!rest_.empty() && (rest_[0] == '"' || rest_[0] == '\'')) {
            char const quote = take();
            auto const end = std::min(rest_.find(quote), rest_.size());
            auto const raw = rest_.substr(0, end);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            return resolved(raw);
        }
        std::string raw;
        while (!rest_.empty() && !is_blank(rest_[0]) && rest_[0] != '>')
            raw += take();
        return resolved(raw);
    }

    /// RCDATA and raw text: everything up to the element's own end tag is text.
    void content_of(std::string const& name) {
        bool const resolves = name == "textarea" || name == "title";
        if (!resolves && !is_one_of(name, raw_names))
            return;
        std::string lowered;
        std::ranges::transform(rest_, std::back_inserter(lowered), lower);
        auto const end = std::min(lowered.find("</" + name), rest_.size());
        if (name == "textarea" && rest_.starts_with("\n")) {
            take();
            return text(end - 1, resolves);
        }
        text(end, resolves);
    }

    char take() {
        char const c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }

    std::string_view rest_;
    std::vector<Token> tokens_;
};

} // namespace

std::vector<Token> read(std::string_view html) { return Tokenizer{html}.read(); }

std::string shape(std::vector<Token> const& tokens) {
    std::string all;
    for (auto const& token : tokens) {
        switch (token.kind) {
        case Kind::text:
            continue;
        case Kind::comment:
            all += "<!>";
            continue;
        case Kind::end:
            all += "</" + token.name + ">";
            continue;
        case Kind::start:
            all += "<" + token.name;
            for (auto const& [name, value] : token.attributes)
                all += " " + name;
            all += ">";
        }
    }
    return all;
}

bool is_balanced(std::vector<Token> const& tokens) {
    std::vector<std::string> open;
    for (auto const& token : tokens) {
        if (token.kind == Kind::start && !is_one_of(token.name, void_names))
            open.push_back(token.name);
        if (token.kind != Kind::end)
            continue;
        if (open.empty() || open.back() != token.name)
            return false;
        open.pop_back();
    }
    return open.empty();
}

} // namespace reader
