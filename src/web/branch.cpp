#include "web/branch.h"

#include "markup/alert.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/frame.h"
#include "web/words/branch.h"

#include <algorithm>
#include <fmt/format.h>

namespace web {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

words::Branch const& said(Context const& context) { return words::branch(context.language); }

std::string filled(Context const& context, std::string_view pattern) {
    return fmt::format(fmt::runtime(pattern), branch_name(context));
}

} // namespace

bool is_limited_to_branch(Context const& context) {
    return context.visitor.has_account() && context.visitor.standing->branch_number.has_value();
}

std::string branch_name(Context const& context) {
    auto const& standing = *context.visitor.standing;
    auto const& number = *standing.branch_number;
    auto const& owned = standing.organisation.attributes;
    auto const own = std::ranges::find_if(owned, [&](portal::OwnedAttribute const& one) {
        auto const* type = context.site.catalogue.attribute_type(one.type);
        return type && type->names_branch && one.value == number && !one.label.empty();
    });
    return own == owned.end() ? number : fmt::format("{} ({})", number, own->label);
}

Html branch_notice(Context const& context) {
    if (!is_limited_to_branch(context))
        return {};
    auto const& words = said(context);
    return markup::alert({.tone = markup::Tone::info,
                          .heading = filled(context, words.notice),
                          .body = markup::paragraph(words.notice_text)});
}

http::Response limited_to_branch(Context& context) {
    auto const& words = said(context);
    auto const main = markup::stack(
        markup::heading(markup::Level::one, words.refused) +
        markup::paragraph(filled(context, words.refused_text)) + markup::paragraph(words.advice) +
        html("<p>{}</p>", markup::link(words.to_overview, Url::path("/overzicht"))));
    return page(context, {.title = std::string{words.refused}, .main = markup::narrow(main)}, 403);
}

} // namespace web
