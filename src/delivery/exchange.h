#pragma once
#include "delivery/deliverer.h"

#include <cstddef>
#include <curl/curl.h>
#include <string>
#include <string_view>

namespace delivery {

/// What the server was last asked, and what it said to that: of both only what has a meaning of its
/// own in RFC 5321 and RFC 3463, never a word of the server's or of ours.
struct Exchange {
    std::string verb;     ///< RCPT or DATA, which stands for the message too; else empty
    int answer = 0;       ///< 550
    std::string enhanced; ///< "1.1" of 5.1.1
    bool over = false;

    void asked(std::string_view line);
    void said(std::string_view line);

    /// libcurl tells of the conversation only to who asks to hear all of it.
    static int listen(CURL* handle, curl_infotype type, char* data, std::size_t size, void* self);
};

/// What came of a mail, by what libcurl says and what was heard.
Receipt receipt(CURLcode result, Exchange const& exchange);

} // namespace delivery
