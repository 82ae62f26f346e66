#include "delivery/mail_transport.h"

#include "delivery/mail_folder.h"
#include "foundation/fault.h"

namespace delivery {

std::unique_ptr<Deliverer> deliverer_for(TransportSettings const& settings) {
    if (settings.kind == "smtp")
        return std::make_unique<Smtp>(settings.smtp);
    if (settings.kind == "file" && !settings.folder.empty())
        return std::make_unique<MailFolder>(settings.folder);
    throw foundation::Fault("mail goes by kind \"smtp\", or by kind \"file\" into a folder");
}

} // namespace delivery
