#include "markup/letter.h"

namespace markup {

Html letter(Letter const& letter) {
    Html address;
    for (auto const& line : letter.address)
        address += when(!address.empty(), html("<br>")) + text(line);
    auto const references = each(letter.references, [](auto const& reference) {
        return html("<dt>{}</dt><dd>{}</dd>", reference.first, reference.second);
    });
    return html(R"(<article class="app-letter" aria-label="{}"><div class="app-letter__head">)"
                R"(<div><strong>{}</strong><br>{}</div><div>{}</div></div><p>{}</p>)"
                R"(<dl class="app-letter__refs">{}</dl>{}</article>)",
                letter.label, letter.sender, letter.product, letter.remark, address, references,
                letter.body);
}

Html letter_code(std::string_view code) {
    return html(R"(<div class="app-letter__code">{}</div>)", code);
}

Html not_printed(Html const& pieces) {
    return html(R"(<div class="app-noprint app-stack">{}</div>)", pieces);
}

} // namespace markup
