#include "delivery/letter/page.h"

#include "delivery/words/letter_words.h"
#include "delivery/words/moments.h"
#include "foundation/fault.h"

namespace delivery {

namespace {

std::string filled_in(std::string_view sentence, SlotValues const& values) {
    auto text = filled_text(sentence, values);
    if (!text)
        throw foundation::Fault("a letter waits without something that it must say");
    return *std::move(text);
}

std::vector<std::string> all_filled_in(Sentences const& sentences, SlotValues const& values) {
    std::vector<std::string> texts;
    for (std::string_view const sentence : sentences)
        texts.push_back(filled_in(sentence, values));
    return texts;
}

SlotValues values_of(portal::Letter const& letter) {
    return {.name = letter.name,
            .organisation = letter.organisation,
            .other_person = letter.administrator,
            .moment = {},
            .day = {},
            .days = {},
            .times = {},
            .sign_in = letter.sign_in_address,
            .revocation = letter.revocation_address};
}

} // namespace

LetterText letter_text(portal::Letter const& letter) {
    LetterWords const& words = letter_words(letter.language);
    LetterVariant const& variant =
        letter.to_competent_authority ? words.to_competent_authority : words.to_user;
    SlotValues const values = values_of(letter);
    auto const say = [&values](Sentence sentence) { return filled_in(sentence.text(), values); };
    return {
        .title = std::string{variant.title.text()},
        .language = letter.language == portal::Language::dutch ? "nl-NL" : "en-GB",
        .agency = say(words.agency),
        .product = say(words.product),
        .hand_over = say(variant.hand_over),
        .receiver = {letter.organisation, say(variant.attention)},
        .date_label = say(words.date),
        .date = day_in_words(letter.date, letter.language),
        .serial_label = say(words.serial),
        .serial = letter.serial,
        .greeting = say(variant.greeting),
        .opening = all_filled_in(variant.opening, values),
        .username = letter.username,
        .code = qr_code(letter.sign_in_address),
        .scan = say(words.scan),
        .scan_alternative = say(words.scan_alternative),
        .how_to_link = say(variant.how_to_link),
        .ask_for_code = say(variant.ask_for_code),
        .steps = all_filled_in(words.steps, values),
        .keep_secret = say(words.keep_secret),
        .questions_heading = say(words.questions_heading),
        .questions = say(variant.questions),
        .strip_heading = say(words.strip_heading),
        .strip_use = say(variant.strip_use),
        .revocation_code = letter.revocation_code,
        .strip_keep = say(words.strip_keep),
    };
}

} // namespace delivery
