#include "delivery/words/sentence.h"

namespace delivery {

std::optional<std::vector<Piece>> filled(std::string_view sentence, SlotValues const& values) {
    std::vector<Piece> pieces;
    while (!sentence.empty()) {
        std::size_t const opening = std::min(sentence.find('{'), sentence.size());
        if (opening > 0)
            pieces.push_back({.text = sentence.substr(0, opening)});
        sentence.remove_prefix(opening);
        if (sentence.empty())
            break;
        auto const slot = slot_at(sentence);
        if (!slot || (values.*slot->value).empty())
            return std::nullopt;
        bool const is_address =
            slot->value == &SlotValues::sign_in || slot->value == &SlotValues::revocation;
        pieces.push_back({.text = values.*slot->value, .is_address = is_address});
        sentence.remove_prefix(slot->name.size() + 2);
    }
    return pieces;
}

std::optional<std::string> filled_text(std::string_view sentence, SlotValues const& values) {
    auto const pieces = filled(sentence, values);
    if (!pieces)
        return std::nullopt;
    std::string text;
    for (Piece const& piece : *pieces)
        text += piece.text;
    return text;
}

} // namespace delivery
