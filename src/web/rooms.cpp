#include "web/administration/administration.h"
#include "web/agency/agency.h"
#include "web/linking/linking.h"
#include "web/my_data/my_data.h"
#include "web/operations/operations.h"
#include "web/overview/overview.h"
#include "web/public_pages/public_pages.h"
#include "web/router.h"
#include "web/signing_in/signing_in.h"
#include "web/tasks/tasks.h"

#include <array>

namespace web {

std::span<std::span<Route const> const> rooms() {
    static std::array const all{
        administration::routes(), agency::routes(),     linking::routes(),
        my_data::routes(),        operations::routes(), overview::routes(),
        public_pages::routes(),   signing_in::routes(), tasks::routes(),
    };
    return all;
}

} // namespace web
