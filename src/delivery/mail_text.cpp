#include "delivery/mail_text.h"

#include "delivery/mail_body.h"
#include "delivery/names.h"
#include "delivery/words/failure_words.h"
#include "delivery/words/mail_words.h"
#include "delivery/words/moments.h"
#include "foundation/fault.h"

#include <fmt/format.h>

namespace delivery {

namespace {

/// P2.6 and P5.1: the only two mails that carry a secret.
bool brings_code(portal::MailKind kind) {
    return kind == portal::MailKind::activation_code || kind == portal::MailKind::address_code;
}

std::string counted(int number, Sentence one, Sentence more) {
    if (number <= 0)
        return {};
    return number == 1 ? std::string{one.text()} : fmt::format("{} {}", number, more.text());
}

/// "Anna, Bert en Chris", or "Anna, Bert en anderen" when not all are named.
std::string persons_of(portal::Mail const& mail, SharedWords const& words) {
    if (mail.also.empty())
        return {};
    auto text = plain_name(mail.other_person);
    for (auto const& name : mail.also) {
        bool const last = &name == &mail.also.back() && !mail.and_others;
        text += last ? fmt::format(" {} ", words.and_last.text()) : std::string{", "};
        text += plain_name(name);
    }
    return mail.and_others ? fmt::format("{} {}", text, words.and_others.text()) : text;
}

SlotValues values_of(portal::Mail const& mail, MailLanguage const& language,
                     MailSettings const& settings) {
    auto const& words = language.shared;
    SlotValues values{
        .name = greeted_name(mail.name),
        .organisation = mail.organisation,
        .other_person = plain_name(mail.other_person),
        .moment = {},
        .day = {},
        .days = counted(mail.number, words.one_day, words.days),
        .times = counted(mail.number, words.one_time, words.times),
        .sign_in = settings.sign_in_address,
        .revocation = {},
        .holding = mail.holding ? std::string{holding_in_words(*mail.holding, language)} : "",
        .undelivered = mail.undelivered
                           ? std::string{words_for(*mail.undelivered, language).subject.text()}
                           : "",
        .code_to_resend = mail.undelivered == portal::MailKind::activation_code
                              ? std::string{words.activation_code.text()}
                              : "",
        .failure = mail.failure ? std::string{failure_in_words(*mail.failure, mail.language)} : "",
        .persons = persons_of(mail, words),
    };
    if (mail.moment) {
        values.moment = moment_in_words(*mail.moment, mail.language);
        values.day = day_in_words(foundation::in_amsterdam(*mail.moment).date, mail.language);
    }
    return values;
}

std::vector<Paragraph> all_filled(Sentences const& sentences, SlotValues const& values) {
    std::vector<Paragraph> paragraphs;
    for (std::string_view const sentence : sentences)
        if (auto paragraph = filled(sentence, values))
            paragraphs.push_back(std::move(*paragraph));
    return paragraphs;
}

Paragraph greeting(SharedWords const& words, SlotValues const& values) {
    auto named = filled(words.greeting.text(), values);
    return named ? *std::move(named) : filled(words.greeting_without_name.text(), values).value();
}

void add_code(MailBody& body, portal::Mail const& mail, SharedWords const& words,
              SlotValues const& values) {
    auto const term = filled(words.code_holds_until.text(), values);
    if (mail.code.empty() || !term)
        throw foundation::Fault("a mail that brings a code waits without the code or its term");
    body.code = in_groups(mail.code);
    body.code_holds_until = *term;
    body.keep_code_secret = words.keep_code_secret.text();
    body.never_asked = words.never_asked.text();
}

} // namespace

MailText mail_text(portal::Mail const& mail, MailSettings const& settings) {
    MailLanguage const& language = mail_language(mail.language);
    SharedWords const& shared = language.shared;
    MailWords const& words = words_for(mail.kind, language);
    SlotValues const values = values_of(mail, language, settings);
    Sentences const& opening = values.persons.empty() ? words.opening : words.of_several;
    if (opening.begin() == opening.end() || !filled(*opening.begin(), values))
        throw foundation::Fault("a mail waits without what it is about");

    MailBody body{
        .language = mail.language == portal::Language::dutch ? "nl" : "en",
        .heading = words.subject.text(),
        .greeting = greeting(shared, values),
        .opening = all_filled(opening, values),
        .code = {},
        .code_holds_until = {},
        .keep_code_secret = {},
        .never_asked = {},
        .what_to_do = shared.what_to_do.text(),
        .steps = all_filled(words.steps, values),
        .closing = all_filled(words.closing, values),
        .farewell = shared.farewell.text(),
        .agency = shared.agency.text(),
        .automatic = settings.test_environment ? shared.automatic_from_test_environment.text()
                                               : shared.automatic.text(),
    };
    if (brings_code(mail.kind))
        add_code(body, mail, shared, values);
    return {
        .subject = std::string{words.subject.text()}, .text = as_text(body), .html = as_html(body)};
}

std::string in_groups(std::string_view code) {
    std::string plain;
    for (char const c : code)
        if (c != '-' && c != ' ')
            plain += c;
    std::size_t group = plain.size();
    for (std::size_t const size : {3U, 4U, 5U})
        if (plain.size() > size && plain.size() % size == 0)
            group = size;
    std::string grouped;
    for (std::size_t at = 0; at < plain.size(); at += group)
        grouped += (at == 0 ? "" : "-") + plain.substr(at, group);
    return grouped;
}

} // namespace delivery
