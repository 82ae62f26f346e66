#include "saml/xml/subject.h"

#include <openssl/x509.h>

#include <memory>

namespace saml::xml {

std::string subject_serial_number(Certificate const& certificate) {
    auto const* at = reinterpret_cast<unsigned char const*>(certificate.der.data());
    std::unique_ptr<X509, decltype(&X509_free)> const x509{
        d2i_X509(nullptr, &at, static_cast<long>(certificate.der.size())), &X509_free};
    auto* subject = x509 == nullptr ? nullptr : X509_get_subject_name(x509.get());
    auto const place =
        subject == nullptr ? -1 : X509_NAME_get_index_by_NID(subject, NID_serialNumber, -1);
    if (place < 0)
        return {};
    auto const* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, place));
    return {reinterpret_cast<char const*>(ASN1_STRING_get0_data(value)),
            static_cast<std::size_t>(ASN1_STRING_length(value))};
}

} // namespace saml::xml
