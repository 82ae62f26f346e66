#include "markup/html.h"

#include "markup/escape.h"

#include <charconv>

namespace markup {

void Assembly::write(std::string& out, Filling const& filling) {
    switch (filling.kind_) {
    case Filling::Kind::raw:
        out.append(filling.text_);
        return;
    case Filling::Kind::text:
        append_escaped(out, filling.text_);
        return;
    case Filling::Kind::number:
        std::array<char, 20> digits{};
        auto const end = std::to_chars(digits.begin(), digits.end(), filling.number_).ptr;
        if (filling.negative_)
            out.push_back('-');
        out.append(digits.data(), end);
        return;
    }
}

Html Assembly::fill(std::string_view text, std::uint32_t const* slots, Filling const* fillings,
                    std::size_t count) {
    std::size_t expected = text.size() + count * 8; // numbers and a few escapes
    for (std::size_t i = 0; i < count; ++i)
        expected += fillings[i].text_.size();
    Html html;
    auto& out = html.text_;
    out.reserve(expected);
    std::size_t from = 0;
    for (std::size_t i = 0; i < count; ++i) {
        out.append(text, from, slots[i] - from);
        write(out, fillings[i]);
        from = slots[i] + 2;
    }
    out.append(text, from);
    return html;
}

Html text(std::string_view text) { return html("{}", text); }

} // namespace markup
