#include "web/my_data/words.h"

#include "web/my_data/words_dutch.h"
#include "web/my_data/words_english.h"

namespace web::my_data {

Words const& words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::my_data
