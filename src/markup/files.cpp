#include "markup/files.h"

#include "markup/button.h"
#include "markup/question.h"

namespace markup {

Html file_field(FormWords const& words, FileField const& field) {
    AroundInput const around{words, field.question, field.state};
    return html(R"(<div class="utrecht-form-field app-upload{}">{}{}{}{})"
                R"(<input type="file" id="{}" name="{}" accept="{}"{}{}></div>)",
                field.state.error.empty() ? "" : " utrecht-form-field--invalid", around.label(),
                around.help(), around.hint(), around.error(), field.question.id, around.name(),
                field.accept, around.described(), around.demands());
}

Html files(std::vector<FileRow> const& rows) {
    auto const row_of = [](FileRow const& row) {
        return html(R"(<li>{}<span><strong>{}</strong><br>)"
                    R"(<span class="app-small app-muted">{}</span></span>{}</li>)",
                    icon("file-text"), row.to ? link(row.name, *row.to) : text(row.name), row.about,
                    row.badge ? badge(*row.badge) : Html{});
    };
    return html(R"(<ul class="app-files">{}</ul>)", each(rows, row_of));
}

} // namespace markup
