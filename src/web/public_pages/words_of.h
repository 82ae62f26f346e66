#pragma once
#include "web/public_pages/words.h"

namespace web::public_pages {

Words const& dutch_words();
Words const& english_words();

} // namespace web::public_pages
