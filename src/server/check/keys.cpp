#include "foundation/fault.h"
#include "saml/xml/subject.h"
#include "server/broker_setup.h"
#include "server/check/points.h"
#include "server/scheme_names.h"

#include <fmt/format.h>

namespace server::check {

namespace {

using foundation::Instant;
using foundation::Secret;
using saml::xml::Certificate;
using saml::xml::PrivateKey;

constexpr auto ahead = std::chrono::days{60};

void dates(Report& report, std::string_view subject, Certificate const& certificate, Instant now) {
    auto const until = day_of(certificate.valid_until);
    if (now < certificate.valid_from)
        report.wrong(subject, "the certificate is not valid before " +
                                  day_of(certificate.valid_from) + "; is the clock right?");
    else if (certificate.valid_until <= now)
        report.wrong(subject, "the certificate ran out on " + until + ": ask for a new one");
    else if (certificate.valid_until <= now + ahead)
        report.warning(subject,
                       fmt::format("the certificate runs out on {}: ask for a new one", until));
    else
        report.ok(subject, "the certificate is valid until " + until);
}

/// PKIoverheid puts the OIN in the subject's serialNumber; the broker looks for that of entity_id.
void oin(Report& report, std::string_view subject, Certificate const& certificate,
         Configuration const& configuration) {
    auto const number = saml::xml::subject_serial_number(certificate);
    auto const name = scheme_name(configuration.eherkenning.entity_id);
    if (number.empty())
        report.wrong(subject, "the certificate has no OIN in its serialNumber: ask for one of "
                              "PKIoverheid");
    else if (name && number != name->oin)
        report.wrong(subject, fmt::format("the certificate is for OIN {} and entity_id for {}",
                                          number, name->oin));
    else
        report.ok(subject, "the certificate is for OIN " + number);
}

/// Whether there is a certificate to say more about.
std::optional<Certificate> pair(Report& report, std::string_view subject,
                                std::optional<PrivateKey> const& key, std::string const& pem,
                                bool key_was_found = true) {
    auto certificate = Certificate::from_pem(pem);
    if (!certificate)
        report.wrong(subject, "the certificate cannot be read, or has no RSA key of 2048 bits or "
                              "more; it must be PEM");
    if (!key && key_was_found)
        report.wrong(subject, "the key cannot be read, has a password, or is no RSA key of 2048 "
                              "bits or more; it must be PEM");
    if (key && certificate) {
        if (key->belongs_to(certificate->key))
            report.ok(subject, "key and certificate belong together");
        else
            report.wrong(subject, "key and certificate do not belong together");
    }
    return certificate;
}

/// A signing key and its certificate: the present one or the next.
struct Place {
    std::string_view subject;
    std::filesystem::path const& key;
    std::string const& token;
    std::filesystem::path const& certificate;
};

std::optional<PrivateKey> signing_key_in_file(Report& report, Place const& place) {
    if (!secret_file(report, place.subject, place.key))
        return std::nullopt;
    return PrivateKey::parse(Secret<std::string>{content_of(place.key)});
}

/// A signature shows that driver, PIN and key are right: nothing less does.
std::optional<PrivateKey> signing_key_in_token(Report& report, Place const& place,
                                               Configuration::EHerkenning const& given) {
    try {
        auto key = saml::xml::key_in_token(*token_key(given, place.token));
        key.sign_sha256("mijnduo check");
        report.ok(place.subject, "the token signs with " + place.token);
        return key;
    } catch (foundation::Fault const& fault) {
        report.wrong(place.subject, fault.what());
        return std::nullopt;
    }
}

/// The certificate, when there is one to say more about.
std::optional<Certificate> signing_pair(Report& report, Place const& place,
                                        Configuration const& configuration) {
    bool const in_token = !place.token.empty();
    bool const found = !in_token && std::filesystem::is_regular_file(place.key);
    auto const key = in_token ? signing_key_in_token(report, place, configuration.eherkenning)
                              : signing_key_in_file(report, place);
    auto certificate = pair(report, place.subject, key, content_of(place.certificate), found);
    if (certificate)
        oin(report, place.subject, *certificate, configuration);
    return certificate;
}

void signing(Report& report, Configuration const& configuration, Instant now) {
    auto const& given = configuration.eherkenning;
    Place const place{.subject = "signing key",
                      .key = given.signing_key,
                      .token = given.signing_token,
                      .certificate = given.signing_certificate};
    auto const certificate = signing_pair(report, place, configuration);
    if (!certificate)
        return;
    if (auto const& next = given.next_signing; next && now >= next->from)
        report.ok(place.subject, fmt::format("messages are signed with the next one since {}: make "
                                             "that signing_key, and take next_signing_key out",
                                             foundation::rfc3339(next->from)));
    else
        dates(report, place.subject, *certificate, now);
}

/// Judged at the moment from which it signs, when that is still to come.
void next_signing(Report& report, Configuration const& configuration, Instant now) {
    auto const& next = configuration.eherkenning.next_signing;
    if (!next)
        return;
    Place const place{.subject = "next signing key",
                      .key = next->key,
                      .token = next->token,
                      .certificate = next->certificate};
    auto const certificate = signing_pair(report, place, configuration);
    if (!certificate)
        return;
    dates(report, place.subject, *certificate, std::max(now, next->from));
    if (now < next->from)
        report.ok(place.subject, fmt::format("signs from {} on; the broker must have our new "
                                             "metadata by then",
                                             foundation::rfc3339(next->from)));
    auto const present =
        Certificate::from_pem(content_of(configuration.eherkenning.signing_certificate));
    if (present && now < next->from && present->valid_until <= next->from)
        report.wrong(place.subject,
                     fmt::format("signs from {} on, and the present certificate "
                                 "runs out on {}: nobody signs in between",
                                 foundation::rfc3339(next->from), day_of(present->valid_until)));
}

void decryption(Report& report, std::filesystem::path const& file, Instant now) {
    auto const subject = "decryption key " + file.filename().string();
    if (!secret_file(report, subject, file))
        return;
    auto const pem = decryption_key(file);
    auto const certificate =
        pair(report, subject, PrivateKey::parse(pem.key_pem), pem.certificate_pem);
    if (certificate)
        dates(report, subject, *certificate, now);
}

/// Of staff sign-in (P8.1), where it has a key of its own.
void staff_signing(Report& report, Configuration const& configuration, Instant now) {
    constexpr auto subject = "staff signing key";
    auto const& login = configuration.agency_login;
    if (!login)
        return;
    if (login->signing_key == configuration.eherkenning.signing_key) {
        report.ok(subject, "is the signing key of [eherkenning]");
        return;
    }
    if (!secret_file(report, subject, login->signing_key))
        return;
    auto const key = PrivateKey::parse(Secret<std::string>{content_of(login->signing_key)});
    auto const certificate = pair(report, subject, key, content_of(login->signing_certificate));
    if (certificate)
        dates(report, subject, *certificate, now);
}

void client(Report& report, Configuration::EHerkenning const& given, Instant now) {
    constexpr auto subject = "client key";
    if (given.client_certificate.empty())
        return;
    if (!secret_file(report, subject, given.client_key))
        return;
    auto const key = PrivateKey::parse(Secret<std::string>{content_of(given.client_key)});
    auto const certificate = pair(report, subject, key, content_of(given.client_certificate));
    if (certificate)
        dates(report, subject, *certificate, now);
}

void or_wrong(Report& report, std::string_view subject, auto const& look) {
    try {
        look();
    } catch (foundation::Fault const& fault) {
        report.wrong(subject, fault.what());
    }
}

} // namespace

void keys(Report& report, Configuration const& configuration, Instant now) {
    auto const& given = configuration.eherkenning;
    or_wrong(report, "signing key", [&] { signing(report, configuration, now); });
    or_wrong(report, "next signing key", [&] { next_signing(report, configuration, now); });
    for (auto const& file : given.decryption_keys)
        or_wrong(report, "decryption key", [&] { decryption(report, file, now); });
    or_wrong(report, "client key", [&] { client(report, given, now); });
    or_wrong(report, "staff signing key", [&] { staff_signing(report, configuration, now); });
}

} // namespace server::check
