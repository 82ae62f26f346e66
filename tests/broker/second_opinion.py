"""What lxml and xmlsec make of a message of the test broker.

verify MESSAGE CERTIFICATE _      checks the broker's own signatures, from the outside in
decrypt MESSAGE _ PRIVATE_KEY     prints attribute, qualifier and value of every encrypted id
"""
import sys

import xmlsec
from lxml import etree

NS = {
    "saml": "urn:oasis:names:tc:SAML:2.0:assertion",
    "samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "xenc": "http://www.w3.org/2001/04/xmlenc#",
}


def verify(root, certificate):
    key = xmlsec.Key.from_file(certificate, xmlsec.constants.KeyDataFormatCertPem)
    for path in ("//samlp:ArtifactResponse", "//samlp:Response", "//samlp:Response/saml:Assertion"):
        (element,) = root.xpath(path, namespaces=NS)
        (signature,) = element.xpath("ds:Signature", namespaces=NS)
        context = xmlsec.SignatureContext()
        context.key = key
        context.register_id(element, "ID", None)
        context.verify(signature)
        print(etree.QName(element).localname, "good")


def decrypt(root, private_key):
    manager = xmlsec.KeysManager()
    for name in {element.text for element in root.iterfind(".//xenc:EncryptedKey//ds:KeyName", NS)}:
        key = xmlsec.Key.from_file(private_key, xmlsec.constants.KeyDataFormatPem)
        key.name = name
        manager.add_key(key)
    for element in root.iter("{%s}EncryptedKey" % NS["xenc"]):
        xmlsec.tree.add_ids(element, ["Id"])
    statement = "/samlp:Response/saml:Assertion/saml:AttributeStatement/saml:Attribute"
    for attribute in root.xpath(statement, namespaces=NS):
        for data in attribute.findall(".//xenc:EncryptedData", NS):
            name_id = xmlsec.EncryptionContext(manager).decrypt(data)
            print(attribute.get("Name"), name_id.get("NameQualifier"), name_id.text)


if __name__ == "__main__":
    what, message, certificate, private_key = sys.argv[1:]
    tree = etree.parse(message).getroot()
    if what == "verify":
        verify(tree, certificate)
    else:
        decrypt(tree, private_key)
