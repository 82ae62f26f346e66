#!/usr/bin/python3
"""The test broker meets a service provider that nobody here wrote: Apache with mod_auth_mellon.

Each is given the other's metadata, and somebody signs in at a page that Apache protects: once with
the Response in a form, once with an artifact over the back channel. Prints one line for each test:
'ok - what holds' or 'not ok - what does not'. MIJNDUO_BUILD says where the broker is.
"""
import html.parser
import http.cookiejar
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BROKER = Path(os.environ.get("MIJNDUO_BUILD", ROOT / "build" / "release")) / "mijnduo-broker"
MODULES = ["mpm_event", "authn_core", "authz_core", "authz_user", "dir", "mime", "include",
           "auth_mellon"]
BINDINGS = {"post": ("HTTP-POST", "postResponse"),
            "artifact": ("HTTP-Artifact", "artifactResponse")}
KVK = "urn:etoegang:1.9:EntityConcernedID:KvKnr"
RSIN = "urn:etoegang:1.9:EntityConcernedID:RSIN"
NAME = "urn:etoegang:1.11:attribute-represented:CompanyName"
PSEUDONYM = "urn:etoegang:1.13:EntityConcernedID:Pseudo"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def key_pair(folder: Path, name: str) -> None:
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-sha256", "-nodes", "-days",
                    "2", "-subj", f"/CN={name}", "-keyout", folder / f"{name}.key", "-out",
                    folder / f"{name}.crt"], check=True, capture_output=True)


def provider_metadata(folder: Path, url: str, binding: str) -> str:
    """No AttributeConsumingService and no encryption key: no party of eHerkenning."""
    kind, endpoint = BINDINGS[binding]
    pem = (folder / "mellon.crt").read_text()
    certificate = "".join(line for line in pem.splitlines() if "-----" not in line)
    return f"""<?xml version="1.0"?>
<EntityDescriptor entityID="{url}/mellon/metadata" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">
  <SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true"
      protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
      <X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
    <AssertionConsumerService index="0" isDefault="true"
      Binding="urn:oasis:names:tc:SAML:2.0:bindings:{kind}" Location="{url}/mellon/{endpoint}"/>
  </SPSSODescriptor>
</EntityDescriptor>
"""


def apache_configuration(folder: Path, port: int) -> str:
    loads = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
                      for name in MODULES)
    # Apache must not answer as root; as anybody else it cannot change who it is.
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    return f"""ServerName 127.0.0.1:{port}
UseCanonicalName On
ServerRoot {folder}
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
LogLevel warn auth_mellon:info
DefaultRuntimeDir {folder}
Mutex file:{folder}/locks default
{loads}
{user}
TypesConfig /dev/null
AddType text/html .html
DocumentRoot {folder}/site
DirectoryIndex index.html
<Location />
  Require all granted
  SetOutputFilter INCLUDES
  Options +Includes
  AuthType Mellon
  MellonEnable info
  MellonEndpointPath /mellon
  MellonSecureCookie Off
  MellonSPPrivateKeyFile {folder}/mellon.key
  MellonSPCertFile {folder}/mellon.crt
  MellonSPMetadataFile {folder}/provider.xml
  MellonIdPMetadataFile {folder}/broker.xml
  MellonSetEnvNoPrefix KVK {KVK}
  MellonSetEnvNoPrefix RSIN {RSIN}
  MellonSetEnvNoPrefix ORGANISATION {NAME}
  MellonSetEnvNoPrefix PSEUDONYM {PSEUDONYM}
</Location>
<Location /geheim>
  MellonEnable auth
  Require valid-user
</Location>
"""


PAGE = "".join(f'{name}=[<!--#echo var="{name}" -->]\n'
               for name in ("KVK", "RSIN", "ORGANISATION", "PSEUDONYM"))


def broker_configuration(folder: Path, port: int) -> str:
    return f"""[broker]
i_am_for_testing = true
public_url = "http://localhost:{port}"
listen = "127.0.0.1:{port}"
signing_key = "{folder}/broker.key"
signing_certificate = "{folder}/broker.crt"
service_provider_metadata = "{folder}/provider.xml"
"""


class Forms(html.parser.HTMLParser):
    """The forms of a page: where each goes, and with which fields."""

    def __init__(self, page: str):
        super().__init__()
        self.forms: list[tuple[str, dict]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "form":
            self.forms.append((given.get("action", ""), {}))
        elif tag == "input" and self.forms and given.get("type") == "hidden":
            self.forms[-1][1][given["name"]] = given.get("value", "")


class Visitor:
    """A browser without script, in which one may turn a switch of the broker."""

    def __init__(self):
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.address, self.status, self.page = "", 0, ""

    def go(self, address: str, fields: dict | None = None) -> None:
        body = None if fields is None else urllib.parse.urlencode(fields).encode()
        try:
            answer = self.opener.open(urllib.parse.urljoin(self.address, address), body, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            self.address, self.status = answer.geturl(), answer.status
            self.page = answer.read().decode()

    def submit(self, **fields: str) -> None:
        action, hidden = Forms(self.page).forms[0]
        self.go(action or self.address, {**hidden, **fields})

    def sign_in(self, address: str) -> None:
        """By way of the broker's chooser and its list of people, as Anja de Wit, to the page."""
        self.go(address)
        if "/kiezen/" not in self.address:
            self.submit()
        assert "/kiezen/" in self.address, self.address + "\n" + self.page
        self.submit(leverancier="Alfa")
        assert "/inloggen/" in self.address, self.address + "\n" + self.page
        self.submit(persoon="1")
        if Forms(self.page).forms:
            self.submit()


class Meeting:
    """Apache and the broker, each with the other's metadata, in a folder that goes afterwards."""

    def __init__(self, binding: str):
        self.holder = tempfile.TemporaryDirectory(prefix="mijnduo-mellon-")
        self.folder = Path(self.holder.name)
        self.children: list[subprocess.Popen] = []
        site, broker = free_port(), free_port()
        # Not localhost: mellon's cookie names a domain, and Python keeps none without a dot.
        self.site, self.broker = f"http://127.0.0.1:{site}", f"http://localhost:{broker}"
        key_pair(self.folder, "mellon")
        key_pair(self.folder, "broker")
        self.write("provider.xml", provider_metadata(self.folder, self.site, binding))
        self.write("broker.toml", broker_configuration(self.folder, broker))
        self.write("broker.xml", subprocess.run(
            [BROKER, "--config", self.folder / "broker.toml", "metadata"], check=True,
            capture_output=True, text=True).stdout)
        self.write("apache.conf", apache_configuration(self.folder, site))
        self.write("site/index.html", "open to all\n")
        self.write("site/geheim/index.html", PAGE)
        (self.folder / "locks").mkdir()
        self.readable()
        self.start("apache", ["apache2", "-f", self.folder / "apache.conf", "-DFOREGROUND"], site)
        self.start("broker", [BROKER, "--config", self.folder / "broker.toml"], broker)

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def readable(self) -> None:
        """Apache reads its key as the user that it becomes; these keys are of this test alone."""
        for place in [self.folder, *self.folder.rglob("*")]:
            place.chmod(0o777 if place.is_dir() else 0o644)

    def start(self, name: str, command: list, port: int) -> None:
        with open(self.folder / f"{name}.out", "w", encoding="utf-8") as log:
            child = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log,
                                     stdin=subprocess.DEVNULL,
                                     env={**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin"})
        self.children.append(child)
        until = time.monotonic() + 20
        while time.monotonic() < until and child.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError(f"{name} does not answer")

    def logs(self) -> str:
        return "".join(f"--- {file.name}\n{file.read_text()}"
                       for file in sorted(self.folder.iterdir())
                       if file.suffix in (".out", ".log"))

    def end(self) -> None:
        for child in self.children:
            child.terminate()
        for child in self.children:
            child.wait(timeout=30)
        self.holder.cleanup()


def check(meeting: Meeting, what: str, holds, visitor: Visitor) -> bool:
    print(f"{'ok' if holds else 'not ok'} - {what}")
    if not holds:
        told = f"{visitor.status} {visitor.address}\n{visitor.page}\n{meeting.logs()}"
        print("\n".join("# " + line for line in told.splitlines()))
    return bool(holds)


def walk(binding: str) -> bool:
    meeting = Meeting(binding)
    try:
        visitor = Visitor()
        visitor.go(meeting.site + "/")
        good = check(meeting, f"mellon starts with the broker's metadata ({binding})",
                     visitor.status == 200 and "open to all" in visitor.page, visitor)
        visitor.sign_in(meeting.site + "/geheim/")
        good &= check(meeting, f"mellon lets a person of the broker in ({binding})",
                      visitor.status == 200 and visitor.address == meeting.site + "/geheim/",
                      visitor)
        for told in ("KVK=[90000001]", "RSIN=[900000016]", "ORGANISATION=[Scholengroep Lindenhof]"):
            good &= check(meeting, f"the protected page knows {told} ({binding})",
                          told in visitor.page, visitor)
        good &= check(meeting, f"the protected page knows the pseudonym ({binding})",
                      f"PSEUDONYM=[{pseudonym(meeting)}]" in visitor.page, visitor)
        for switch in ("verlopen", "nog-niet-geldig", "verkeerde-dienst", "annuleren"):
            rehearsing = Visitor()
            rehearsing.go(f"{meeting.broker}/?schakelaar={switch}")
            rehearsing.sign_in(meeting.site + "/geheim/")
            good &= check(meeting, f"mellon refuses what the switch {switch} does ({binding})",
                          rehearsing.status >= 400 and "KVK=" not in rehearsing.page, rehearsing)
        return good
    finally:
        meeting.end()


def pseudonym(meeting: Meeting) -> str:
    """As the broker says it on the command line, for Anja de Wit at this service provider."""
    told = subprocess.run([BROKER, "--config", meeting.folder / "broker.toml", "people"],
                          check=True, capture_output=True, text=True).stdout
    return told.splitlines()[0].split()[-1]


def main() -> int:
    good = True
    for binding in BINDINGS:
        try:
            good &= walk(binding)
        except (AssertionError, IndexError, OSError, RuntimeError,
                subprocess.CalledProcessError) as problem:
            print(f"not ok - mellon meets the broker ({binding})")
            print("\n".join("# " + line for line in str(problem).splitlines()))
            good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
