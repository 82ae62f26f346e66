"""The broker changes its signing key under 20 logins a second: script/bench rollover.

Two real programs: the portal, which looks every minute at the file with its broker's metadata, and
bench_login, which signs in 20 people a second by artifact. The broker announces a second key, signs
with it from when the portal knows it, and then withdraws the first. Prints how many were accepted
and refused with each key; ends with 1 when anybody was refused. Takes two to three minutes.
"""
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bench_login import BIN, SERVICE_UUID, free_port, output, prepared, until_ready  # noqa: E402

WRAPPER = """<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_all">\
<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>\
<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>\
<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>\
<ds:Reference URI="#_all"><ds:Transforms>\
<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>\
<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms>\
<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/>\
</ds:Reference></ds:SignedInfo><ds:SignatureValue/></ds:Signature>{}</md:EntitiesDescriptor>"""
LONGEST_WAIT = 90  # seconds: the portal looks every minute


def new_pair(folder: Path, name: str) -> None:
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30",
                    "-subj", f"/CN={name}", "-keyout", folder / f"keys/{name}_signing.key",
                    "-out", folder / f"keys/{name}_signing.crt"],
                   check=True, stderr=subprocess.DEVNULL)


def published(folder: Path, names: list[str]) -> None:
    """The broker's metadata with these keys, in a wrapper that the federation signs."""
    entity = output(BIN / "mijnduo-broker", "--config", folder / "broker.toml", "metadata")
    entity = re.sub(r"<ds:Signature .*?</ds:Signature>", "", entity, flags=re.S)
    one = re.search(r"<md:KeyDescriptor.*?</md:KeyDescriptor>", entity, re.S)[0]
    all_of_them = ""
    for name in names:
        pem = (folder / f"keys/{name}_signing.crt").read_text(encoding="ascii")
        der = "".join(pem.splitlines()[1:-1])
        plain = re.sub(r"<ds:KeyName>.*?</ds:KeyName>", "", one, flags=re.S)
        all_of_them += re.sub(r"(<ds:X509Certificate>).*?(</ds:X509Certificate>)",
                              rf"\g<1>{der}\2", plain, flags=re.S)
    entity = re.sub(r"<md:KeyDescriptor.*</md:KeyDescriptor>", lambda _: all_of_them, entity,
                    flags=re.S)
    unsigned, ready = folder / "unsigned.xml", folder / "ready.xml"
    unsigned.write_text(WRAPPER.format(re.sub(r"<\?xml.*?\?>", "", entity)), encoding="utf-8")
    output("xmlsec1", "--sign", "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:metadata:"
           "EntitiesDescriptor", "--privkey-pem", folder / "keys/federation_signing.key",
           "--output", ready, unsigned)
    ready.replace(folder / "broker_metadata.xml")  # whole or not at all


def until_said(log: Path, line: str) -> float:
    began = time.monotonic()
    while time.monotonic() - began < LONGEST_WAIT:
        if line in log.read_text(encoding="utf-8"):
            return time.monotonic() - began
        time.sleep(0.2)
    raise RuntimeError(f"the portal never said: {line}")


def change_keys(folder: Path) -> None:
    """What a broker does in days, as soon as the portal has noticed; ten seconds on each side."""
    signs, log = folder / "signs", folder / "log"
    time.sleep(10)
    published(folder, ["broker", "next"])
    took = until_said(log, "in use, with 2 signing certificates")
    print(f"both keys published; the portal knew after {took:.0f} s", flush=True)
    time.sleep(10)
    signs.write_text("next", encoding="ascii")
    time.sleep(10)
    published(folder, ["next"])
    took = until_said(log, "in use, with 1 signing certificates")
    print(f"the first key withdrawn; the portal knew after {took:.0f} s", flush=True)
    time.sleep(10)
    signs.write_text("end", encoding="ascii")


def load_command(folder: Path, portal: int, back_channel: int, pid: int) -> list:
    entity = re.search(r'(?m)^entity_id = "(.*)"$',
                       (folder / "broker.toml").read_text(encoding="utf-8"))[1]
    return [BIN / "bench_login", f"url=http://127.0.0.1:{portal}", f"pid={pid}",
            "binding=artifact", f"broker={entity}", f"key={folder}/keys/broker_signing.key",
            f"certificate={folder}/keys/broker_signing.crt", f"keys={folder}/keys",
            f"metadata={folder}/portal_metadata.xml", f"ars-port={back_channel}",
            f"service-uuid={SERVICE_UUID}", f"signs={folder}/signs"]


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="mijnduo-bench-") as name:
        folder, portal, back_channel = Path(name), free_port(), free_port()
        config = prepared(folder, "", "artifact", portal, back_channel)
        new_pair(folder, "next")
        new_pair(folder, "federation")
        published(folder, ["broker"])
        text = re.sub(r"(?m)^broker_metadata_sha256 = .*$",
                      'broker_metadata_signer = "keys/federation_signing.crt"',
                      config.read_text(encoding="utf-8"))
        config.write_text(text, encoding="utf-8")
        (folder / "signs").write_text("broker", encoding="ascii")
        with open(folder / "log", "w", encoding="utf-8") as log:
            process = subprocess.Popen([BIN / "mijnduo", "--config", config, "serve"],
                                       stdout=log, stderr=log)
            try:
                until_ready(portal)
                load = subprocess.Popen(load_command(folder, portal, back_channel, process.pid),
                                        stdout=subprocess.PIPE, text=True)
                change_keys(folder)
                lines, _ = load.communicate(timeout=30)
            finally:
                process.terminate()
                process.wait(30)
        found = dict(line.split() for line in lines.splitlines())
        print("\n".join(f"{key:16} {value:>8}" for key, value in found.items()))
        refused = sum(int(value) for key, value in found.items() if key.endswith("_refused"))
        return 1 if refused or not int(found.get("next_accepted", "0")) else 0


if __name__ == "__main__":
    sys.exit(main())
