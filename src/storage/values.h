#pragma once
#include "storage/driver/database.h"

#include <string>
#include <vector>

namespace storage {

/// Values that several organisations hold, from before a value belonged to one (P8.11): type and
/// value, the first so many.
std::vector<std::string> shared_values(driver::Transaction& transaction, int most);

} // namespace storage
