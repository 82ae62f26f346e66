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

std::optional<PrivateKey> signing_key_in_file(Report& report,
                                              Configuration::EHerkenning const& given) {
    if (!secret_file(report, "signing key", given.signing_key))
        return std::nullopt;
    return PrivateKey::parse(Secret<std::string>{content_of(given.signing_key)});
}

/// A signature shows that driver, PIN and key are right: nothing less does.
std::optional<PrivateKey> signing_key_in_token(Report& report,
                                               Configuration::EHerkenning const& given) {
    try {
        auto key = saml::xml::key_in_token(*token_key(given));
        key.sign_sha256("mijnduo check");
        report.ok("signing key", "the token signs with " + given.signing_token);
        return key;
    } catch (foundation::Fault const& fault) {
        report.wrong("signing key", fault.what());
        return std::nullopt;
    }
}

void signing(Report& report, Configuration const& configuration, Instant now) {
    constexpr auto subject = "signing key";
    auto const& given = configuration.eherkenning;
    bool const in_token = !given.signing_token.empty();
    bool const found = !in_token && std::filesystem::is_regular_file(given.signing_key);
    auto const key =
        in_token ? signing_key_in_token(report, given) : signing_key_in_file(report, given);
    if (auto const certificate =
            pair(report, subject, key, content_of(given.signing_certificate), found)) {
        dates(report, subject, *certificate, now);
        oin(report, subject, *certificate, configuration);
    }
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
    for (auto const& file : given.decryption_keys)
        or_wrong(report, "decryption key", [&] { decryption(report, file, now); });
    or_wrong(report, "client key", [&] { client(report, given, now); });
    or_wrong(report, "staff signing key", [&] { staff_signing(report, configuration, now); });
}

} // namespace server::check
