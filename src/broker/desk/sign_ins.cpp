#include "broker/desk/sign_ins.h"

#include "broker/pages/supplier.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "http/cookie.h"
#include "http/response.h"

#include <algorithm>
#include <ranges>

namespace broker::desk {
namespace {

constexpr auto supplier_cookie = "makelaar_leverancier";
constexpr std::size_t longest_relay_state = 80; // eherkenning.md 2.2

std::optional<std::string> decoded(std::string_view field) {
    std::string text{field};
    std::erase_if(text, [](char c) { return c == '\r' || c == '\n' || c == ' '; });
    return foundation::unbase64(text);
}

http::Response go_to(std::string_view folder, std::string const& id) {
    return http::see_other(*http::Location::own(std::string{folder} + id));
}

} // namespace

pages::Place place_of(std::string const& id, Visit const& visit) {
    return {.words = pages::words_in(visit.language),
            .visit = id,
            .consumer_address = visit.request.endpoint.location,
            .on = visit.turned.position.on};
}

std::optional<pages::Language> language_asked(http::Request const& request) {
    auto const query = http::query_of(request);
    auto const language = query ? query->one("taal") : std::nullopt;
    if (language == "en")
        return pages::Language::english;
    if (language == "nl")
        return pages::Language::dutch;
    return std::nullopt;
}

SignIns::SignIns(Setup const& setup, Artifacts& artifacts)
    : setup_(setup)
    , artifacts_(artifacts)
    , visits_(std::chrono::minutes{30}, 10'000) {}

http::Response SignIns::refuse(std::string_view reason, Turned const& turned) const {
    auto const incident = foundation::random_hex(setup_.randomness, 4);
    setup_.log("refused a sign-in (" + incident + "): " + std::string{reason});
    return pages::refusal_page({pages::words_in(pages::Language::dutch), turned.position.on},
                               reason, incident);
}

std::expected<Visit, std::string> SignIns::begin(http::Request const& request,
                                                 foundation::Instant now) {
    auto const form = http::form_of(request);
    auto const field = form ? form->one("SAMLRequest") : std::nullopt;
    auto const message = field ? decoded(*field) : std::nullopt;
    if (!message)
        return std::unexpected{"there is no SAMLRequest in the form"};
    auto const relay_state = form->one("RelayState").value_or("");
    if (form->count("RelayState") > 1 || relay_state.size() > longest_relay_state)
        return std::unexpected{"the RelayState is doubled or longer than 80 bytes"};
    auto const provider = setup_.provider();
    if (!provider)
        return std::unexpected{"the service provider's metadata cannot be read: " +
                               provider.error()};
    auto wish =
        xml::read_sign_in_request(*message, **provider, setup_.manner.public_url + "/sso", now);
    if (!wish)
        return std::unexpected{wish.error()};
    return Visit{.provider = *provider,
                 .request = *std::move(wish),
                 .relay_state = std::string{relay_state}};
}

http::Response SignIns::arrive(http::Request const& request, Turned const& turned,
                               foundation::Instant now) {
    auto visit = begin(request, now);
    if (!visit)
        return refuse(visit.error(), turned);
    auto const id = foundation::random_hex(setup_.randomness, 16);
    visits_.put(id, *std::move(visit), now);
    return go_to("/kiezen/", id);
}

http::Response SignIns::at(Step step, std::string const& id, http::Request const& request,
                           Turned const& turned, foundation::Instant now) {
    auto visit = visits_.look(id, now);
    auto const language = language_asked(request);
    if (!visit)
        return pages::over_page(
            {pages::words_in(language.value_or(pages::Language::dutch)), turned.position.on});
    visit->turned = turned;
    if (step != Step::choosing && visit->supplier.empty())
        return go_to("/kiezen/", id);
    if (step == Step::representing && !visit->chosen)
        return go_to("/inloggen/", id);
    if (request.method == http::Method::post) {
        auto const form = http::form_of(request);
        if (!form)
            return refuse("the form cannot be read", turned);
        return take(step, id, *std::move(visit), *form, now);
    }
    if (language) {
        visit->language = *language;
        visits_.put(id, *visit, now);
    }
    return show(step, id, *visit, request);
}

pages::Chooser SignIns::chooser(Visit const& visit) const {
    auto service = visit.request.service.name;
    auto const& portal = visit.request.provider_name;
    if (portal && *portal != service)
        service += " (" + *portal + ")"; // eherkenning.md 8
    return {.provider = visit.provider->organisation_name.value_or(setup_.manner.provider_name),
            .service = std::move(service),
            .minimum_level = visit.request.minimum_level.value_or(setup_.manner.minimum_level)};
}

http::Response SignIns::show(Step step, std::string const& id, Visit const& visit,
                             http::Request const& request) const {
    auto const place = place_of(id, visit);
    switch (step) {
    case Step::choosing: {
        auto view = chooser(visit);
        auto const cookies = http::cookies_of(request);
        auto const remembered = cookies.one(supplier_cookie).value_or("");
        view.supplier = pages::supplier_named(remembered).value_or("");
        return pages::chooser_page(place, view);
    }
    case Step::signing_in:
        return pages::means_page(place, visit.supplier, setup_.people, {});
    case Step::representing:
        return pages::organisation_page(place, visit.chosen->person.organisations, false);
    }
    return pages::not_found_page(place.words);
}

http::Response SignIns::take(Step step, std::string const& id, Visit visit,
                             http::Fields const& form, foundation::Instant now) {
    if (form.one("annuleren"))
        return cancel(id, visit, now);
    switch (step) {
    case Step::choosing:
        return choose(id, std::move(visit), form, now);
    case Step::signing_in:
        return sign_in(id, std::move(visit), form, now);
    case Step::representing:
        return represent(id, std::move(visit), form, now);
    }
    return pages::not_found_page(pages::words_in(visit.language));
}

http::Response SignIns::choose(std::string const& id, Visit visit, http::Fields const& form,
                               foundation::Instant now) {
    auto const supplier = pages::supplier_named(form.one("leverancier").value_or(""));
    bool const remember = form.one("onthoud").has_value();
    if (!supplier) {
        auto view = chooser(visit);
        view.remember = remember;
        view.supplier_missing = true;
        return pages::chooser_page(place_of(id, visit), view);
    }
    visit.supplier = *supplier;
    visit.remember = remember;
    visits_.put(id, std::move(visit), now);
    return go_to("/inloggen/", id);
}

http::Response SignIns::sign_in(std::string const& id, Visit visit, http::Fields const& form,
                                foundation::Instant now) {
    auto const who = form.one("persoon").value_or("");
    if (who == "anders") {
        auto const read = read_somebody_else(form, pages::words_in(visit.language));
        if (!read)
            return pages::means_page(place_of(id, visit), visit.supplier, setup_.people,
                                     read.error());
        visit.chosen = *read;
    } else {
        for (std::size_t i = 0; i < setup_.people.size(); ++i)
            if (who == std::to_string(i + 1))
                visit.chosen = Chosen{.person = setup_.people[i].person};
        if (!visit.chosen)
            return go_to("/inloggen/", id);
    }
    auto const& organisations = visit.chosen->person.organisations;
    if (organisations.size() == 1) {
        auto const represented = organisations.front();
        return complete(id, visit, represented, now);
    }
    visits_.put(id, std::move(visit), now);
    return go_to("/organisatie/", id);
}

http::Response SignIns::represent(std::string const& id, Visit visit, http::Fields const& form,
                                  foundation::Instant now) {
    auto const& organisations = visit.chosen->person.organisations;
    auto const found =
        std::ranges::find(organisations, form.one("organisatie").value_or(""), &Organisation::kvk);
    if (found == organisations.end())
        return pages::organisation_page(place_of(id, visit), organisations, true);
    return complete(id, visit, *found, now);
}

} // namespace broker::desk
