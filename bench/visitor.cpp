#include "visitor.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <curl/curl.h>
#include <map>

namespace bench {

struct Visitor::Inside {
    std::string base;
    CURL* curl = curl_easy_init();
    std::map<std::string, std::string> cookies;
    Answer answer;

    static std::size_t body(char* data, std::size_t size, std::size_t count, void* self) {
        static_cast<Inside*>(self)->answer.body.append(data, size * count);
        return size * count;
    }

    static std::size_t header(char* data, std::size_t size, std::size_t count, void* self) {
        auto& inside = *static_cast<Inside*>(self);
        std::string_view const line{data, size * count};
        auto const colon = line.find(':');
        if (colon == std::string_view::npos)
            return size * count;
        auto const name = foundation::lower_ascii(line.substr(0, colon));
        auto const value = foundation::trimmed(line.substr(colon + 1));
        if (name == "location")
            inside.answer.location = value;
        if (name == "set-cookie") {
            auto const pair = value.substr(0, value.find(';'));
            inside.cookies[std::string{pair.substr(0, pair.find('='))}] =
                pair.substr(pair.find('=') + 1);
        }
        return size * count;
    }

    Answer run(std::string_view path) {
        answer = {};
        std::string sent;
        for (auto const& [name, value] : cookies)
            sent += (sent.empty() ? "" : "; ") + name + "=" + value;
        auto const address = base + std::string{path};
        curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
        curl_easy_setopt(curl, CURLOPT_COOKIE, sent.empty() ? nullptr : sent.c_str());
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, body);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
        curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, header);
        curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
        if (auto const code = curl_easy_perform(curl); code != CURLE_OK)
            throw foundation::Fault(curl_easy_strerror(code));
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
        return std::move(answer);
    }
};

Visitor::Visitor(std::string base)
    : inside_(std::make_unique<Inside>()) {
    inside_->base = std::move(base);
}

Visitor::~Visitor() { curl_easy_cleanup(inside_->curl); }

Answer Visitor::get(std::string_view path) {
    curl_easy_setopt(inside_->curl, CURLOPT_HTTPGET, 1L);
    return inside_->run(path);
}

Answer Visitor::post(std::string_view path, std::string const& form) {
    curl_easy_setopt(inside_->curl, CURLOPT_POSTFIELDS, form.c_str());
    curl_easy_setopt(inside_->curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(form.size()));
    return inside_->run(path);
}

void Visitor::forget_cookies() { inside_->cookies.clear(); }

std::map<std::string, std::string> const& Visitor::cookies() const { return inside_->cookies; }

void Visitor::carry(std::map<std::string, std::string> cookies) {
    inside_->cookies = std::move(cookies);
}

std::string between(std::string_view text, std::string_view before, char end) {
    auto const at = text.find(before);
    if (at == std::string_view::npos)
        throw foundation::Fault("the page has no " + std::string{before});
    auto const from = at + before.size();
    return std::string{text.substr(from, text.find(end, from) - from)};
}

} // namespace bench
