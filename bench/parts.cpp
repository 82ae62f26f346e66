// Where the CPU of one login by post goes: each part done alone, in this one thread, with the
// configuration and the database of an installation. What `script/bench login` measures of the
// whole program and is in none of these is HTTP, threads and the system's share of them.
#include "delivery/letter_pdf.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "party.h"
#include "portal/signing_in/sign_in.h"
#include "saml/names.h"
#include "saml/own_keys.h"
#include "saml/reading.h"
#include "saml/xml/document.h"
#include "saml/xml/verification.h"
#include "server/broker_setup.h"
#include "server/house.h"
#include "web/router.h"
#include "web/visitor.h"

#include <ctime>
#include <fmt/format.h>

namespace {

namespace names = saml::names;
namespace signing_in = portal::signing_in;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// CPU of this thread for a kind of work, summed up.
class Part {
public:
    template<class Work>
    auto operator()(Work work) {
        struct Adding {
            double began = cpu_ms();
            double& sum;
            ~Adding() { sum += cpu_ms() - began; }
        } const adding{.sum = sum_};
        return work();
    }
    double each(int count) const { return sum_ / count; }

private:
    double sum_ = 0;
};

void quiet(std::string_view) {}

struct Parts {
    Part request{}, parse{}, verify{}, decrypt{}, receive{}, refuse{}, database{}, page{};
};

class Installation {
public:
    explicit Installation(bench::Given const& given)
        : house_(server::read_configuration(given["config"]))
        , in_use_(server::broker_in_use(house_, bench::now(), quiet))
        , settings_(server::own_settings(house_.configuration))
        , encryption_(saml::encryption(settings_))
        , broker_(given) {}

    void login(Parts& parts) {
        auto const now = bench::now();
        auto& broker = *in_use_.broker;
        auto const departure = parts.request(
            [&] { return broker.send_off(house_.randomness, now, portal::AssuranceLevel::loa3); });
        portal::PendingSignIn const pending{.request_id = departure.request_id,
                                            .departed_at = now,
                                            .minimum_level = portal::AssuranceLevel::loa3};
        auto const text = broker_.response(departure.request_id);
        auto const sent = foundation::base64(text);
        auto const received =
            parts.receive([&] { return broker.receive_posted(sent, pending, now); });
        foundation::ensure(received.has_value(), "a good message was refused");
        inside(parts, text, now);
        // The last thing that is checked: the Assertion's own digest, in the middle of it.
        auto const hostile = foundation::base64(altered(text));
        auto const refused =
            parts.refuse([&] { return broker.receive_posted(hostile, pending, now); });
        foundation::ensure(!refused.has_value(), "a hostile message was let in");
        auto const token = parts.database([&] { return kept(pending, *received, now); });
        auto const page = parts.page(
            [&] { return std::get<http::Response>(web::handle(site_, overview(token))); });
        foundation::ensure(page.status == 200, "the overview is not shown");
    }

private:
    void inside(Parts& parts, std::string const& text, foundation::Instant now) {
        auto const known = in_use_.known->current();
        auto const document = parts.parse([&] { return saml::xml::Document::parse(text); });
        auto const response = document.value().root();
        auto const assertion = response.only_child(names::assertion("Assertion")).value();
        auto const verified = parts.verify([&] {
            auto const whole = saml::xml::Signed::verify(response, known->keys, now);
            foundation::ensure(whole.has_value(), "the Response's signature does not hold");
            return saml::xml::Signed::verify(assertion, known->keys, now);
        });
        parts.decrypt([&] {
            for (auto const name : {names::acting_subject, names::legal_subject})
                for (auto const& id : saml::encrypted_values(verified.value(), name))
                    foundation::ensure(
                        saml::read_encrypted_id(id, encryption_.keys, settings_.entity_id)
                            .has_value(),
                        "an identifier cannot be decrypted");
        });
    }

    std::string kept(portal::PendingSignIn const& pending, portal::Arrival const& arrival,
                     foundation::Instant now) {
        auto& archive = *house_.archive;
        auto const tickets =
            signing_in::depart(house_.vault, pending, "", "", portal::Language::dutch);
        auto const note = signing_in::brought_back(house_.vault, house_.policy, tickets, now);
        auto const outcome = signing_in::arrive(archive, house_.vault, house_.policy, arrival,
                                                note.value(), "bench", now);
        return std::get<signing_in::SignedInVisitor>(outcome).token;
    }

    static http::Request overview(std::string const& token) {
        http::Request request;
        request.path = "/overzicht";
        request.headers.emplace_back("cookie", std::string{web::session_cookie} + "=" + token);
        return request;
    }

    /// The same message with another name in the middle of what is signed.
    static std::string altered(std::string text) {
        auto const at = text.rfind("<saml:AttributeStatement");
        foundation::ensure(at != std::string::npos, "the message has no attributes");
        text.insert(text.find('>', at) + 1, "<!--x--> ");
        return text;
    }

    server::House house_;
    server::BrokerInUse in_use_;
    saml::Settings const settings_;
    saml::Encryption const encryption_;
    bench::Party broker_;
    delivery::LetterPdf press_{};
    web::operations::Figures figures_{};
    web::signing_in::Doorstep doorstep_{{.each_second = 500, .at_once = 5000}};
    web::Site const site_{.archive = *house_.archive,
                          .outbox = *house_.outbox,
                          .broker = *in_use_.broker,
                          .letter_press = press_,
                          .catalogue = house_.catalogue,
                          .policy = house_.policy,
                          .vault = house_.vault,
                          .settings = {.public_url = house_.configuration.server.public_url},
                          .clock = bench::now,
                          .log = quiet,
                          .figures = figures_,
                          .doorstep = doorstep_};
};

} // namespace

/// bench_parts name=value …: config, broker, key, certificate, metadata, service-uuid, logins and
/// binding=post. Prints lines of `name value`, in ms of CPU for one login.
int main(int argc, char** argv) {
    try {
        bench::Given const given{argc, argv};
        int const logins = std::stoi(given["logins"]);
        Installation installation{given};
        Parts warming;
        for (int i = 0; i < 20; ++i)
            installation.login(warming);
        Parts parts;
        for (int i = 0; i < logins; ++i)
            installation.login(parts);
        auto const parse = parts.parse.each(logins);
        auto const verify = parts.verify.each(logins);
        auto const decrypt = parts.decrypt.each(logins);
        auto const receive = parts.receive.each(logins);
        fmt::print("request_ms {:.3f}\nparse_ms {:.3f}\nschema_ms {:.3f}\nverify_ms {:.3f}\n"
                   "decrypt_ms {:.3f}\ndatabase_ms {:.3f}\npage_ms {:.3f}\naccepted_ms {:.3f}\n"
                   "refused_ms {:.3f}\n",
                   parts.request.each(logins), parse, receive - parse - verify - decrypt, verify,
                   decrypt, parts.database.each(logins), parts.page.each(logins), receive,
                   parts.refuse.each(logins));
        return 0;
    } catch (std::exception const& problem) {
        fmt::print(stderr, "bench_parts: {}\n", problem.what());
        return 1;
    }
}
