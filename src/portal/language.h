#pragma once

namespace portal {

enum class Language { dutch, english };

} // namespace portal
