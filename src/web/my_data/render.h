#pragma once
#include "portal/accounts/account.h"
#include "portal/overview/own_file.h"
#include "web/frame.h"
#include "web/my_data/words.h"

namespace web::my_data {

struct MyDataView {
    portal::OwnFile file;
    std::optional<portal::PendingAddress> pending;
    std::optional<portal::MailFate> fate; ///< of the mail with the code to that address
    std::string_view done;                ///< what was done just before; empty when nothing was
};
http::Response show_my_data(Context const& context, MyDataView const& view);

/// What was typed with what is wrong with it.
struct ContactView {
    markup::FieldState phone{};
    markup::FieldState function{};
    markup::FieldState language{};
};
http::Response show_contact(Context const& context, ContactView const& view);

http::Response show_address(Context const& context, markup::FieldState const& address);

struct CodeView {
    portal::PendingAddress pending;
    std::optional<portal::MailFate> fate;
    std::string mistake{}; ///< the code itself is never shown again
    bool sent_again = false;
};
http::Response show_code(Context const& context, CodeView const& view);

/// P2.17: asks whether another code may void the one that is out.
http::Response ask_again(Context const& context, portal::PendingAddress const& pending);

/// Overzicht > Mijn gegevens > this page; without a name: Mijn gegevens itself.
std::vector<markup::Crumb> breadcrumb(Context const& context, std::string_view name = {});

} // namespace web::my_data
