#include "portal/correspondence/letter.h"

#include <algorithm>

namespace portal {

std::vector<std::string> unprintable(LetterPress const& press, Letter const& letter) {
    std::vector<std::string> all;
    for (auto const& name : {letter.name, letter.organisation, letter.administrator})
        for (auto& character : press.unprintable(name))
            if (std::ranges::find(all, character) == all.end())
                all.push_back(std::move(character));
    return all;
}

} // namespace portal
