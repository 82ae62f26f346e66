#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace delivery {

/// What a sentence may mention. An empty value is one that this mail or letter does not know.
/// A code is not among them: only the two mails that carry one draw it, in a place of its own.
struct SlotValues {
    std::string name;
    std::string organisation;
    std::string other_person;
    std::string moment; ///< day and time
    std::string day;
    std::string days;             ///< "7 dagen"
    std::string times;            ///< "5 keer"
    std::string sign_in;          ///< address of the public page
    std::string revocation;       ///< address of the public page
    std::string holding{};        ///< what runs out
    std::string undelivered{};    ///< the subject of a mail that did not arrive
    std::string code_to_resend{}; ///< only when that mail brought it
    std::string failure{};        ///< why it did not arrive
    std::string persons{};        ///< of a gathered mail: whom it is about, one after the other
};

struct Slot {
    std::string_view name;
    std::string SlotValues::* value;
};

inline constexpr std::array slots{
    Slot{"name", &SlotValues::name},
    Slot{"organisation", &SlotValues::organisation},
    Slot{"other_person", &SlotValues::other_person},
    Slot{"moment", &SlotValues::moment},
    Slot{"day", &SlotValues::day},
    Slot{"days", &SlotValues::days},
    Slot{"times", &SlotValues::times},
    Slot{"sign_in", &SlotValues::sign_in},
    Slot{"revocation", &SlotValues::revocation},
    Slot{"holding", &SlotValues::holding},
    Slot{"undelivered", &SlotValues::undelivered},
    Slot{"code_to_resend", &SlotValues::code_to_resend},
    Slot{"failure", &SlotValues::failure},
    Slot{"persons", &SlotValues::persons},
};

/// The slot at the start of the text, that is of "{name} is ...".
constexpr std::optional<Slot> slot_at(std::string_view text) {
    for (Slot const& slot : slots)
        if (text.substr(1).starts_with(slot.name) &&
            text.substr(1 + slot.name.size()).starts_with('}'))
            return slot;
    return std::nullopt;
}

/// One sentence or short paragraph. Written in a literal; a slot that does not exist does not
/// compile.
class Sentence {
public:
    consteval Sentence(char const* text)
        : text_(text) {
        for (std::size_t at = 0; at < text_.size(); ++at)
            if (text_[at] == '}' || (text_[at] == '{' && !slot_at(text_.substr(at))))
                throw "a sentence mentions a slot that does not exist";
            else if (text_[at] == '{')
                at = text_.find('}', at);
    }
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// A mail's subject has no slots at all: nothing that was stored or typed can reach that header.
class Subject {
public:
    consteval Subject(char const* text)
        : text_(text) {
        if (text_.empty() || text_.find_first_of("{}\r\n") != text_.npos)
            throw "a subject is one fixed line";
    }
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Up to six sentences. There is no default: that a mail has none is written as `none`.
class Sentences {
public:
    struct None {};
    consteval Sentences(None)
        : texts_{}
        , count_(0) {}

    template<class... More>
        requires(sizeof...(More) < 6)
    consteval Sentences(char const* first, More const*... more)
        : texts_{Sentence{first}.text(), Sentence{more}.text()...}
        , count_(1 + sizeof...(More)) {}

    constexpr auto begin() const { return texts_.begin(); }
    constexpr auto end() const { return texts_.begin() + count_; }

private:
    std::array<std::string_view, 6> texts_;
    std::ptrdiff_t count_;
};

inline constexpr Sentences::None none;

/// A stretch of a filled sentence; an address is told apart because HTML makes it a link.
struct Piece {
    std::string_view text;
    bool is_address = false;
};

/// The sentence with its slots filled, as stretches of `text` and `values`. Nothing when it
/// mentions what is not known: then it is left out, so that no receiver reads a sentence with a
/// hole.
std::optional<std::vector<Piece>> filled(std::string_view sentence, SlotValues const& values);

std::optional<std::string> filled_text(std::string_view sentence, SlotValues const& values);

} // namespace delivery
