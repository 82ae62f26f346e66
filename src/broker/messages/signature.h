#pragma once
#include "broker/messages/element.h"
#include "broker/messages/keys.h"

#include <string>

namespace broker {

/// How a signature says whose it is: messages name the key, metadata carries the certificate
/// (eherkenning.md 2.3, items 5 and 6).
enum class KeyInfo { name, certificate };

/// Signs the element, found by its ID, and puts the signature where the schemas want it: right
/// after the Issuer, or first when there is none. Nothing inside may be changed afterwards.
/// Returns the signature value in base64 (eherkenning.md 3.5 links statements by it).
std::string sign(Element& element, SigningKey const& key, KeyInfo info = KeyInfo::name);

/// A KeyInfo with the key's name and, for metadata's KeyDescriptor, its certificate.
Element key_descriptor_info(Certificate const& certificate);

} // namespace broker
