#!/usr/bin/env python3
"""Writes the embedded table of world manufacturer identifiers from three public lists.

Reads wmi_vpic.csv (NHTSA vPIC, public domain), wmi_world_mit.csv (universal-vin-decoder, MIT) and wmi_china.json (merged facts, sources a
row) below STOREOPS_SHARED_DATA, else ../shared/data. Precedence: vPIC, then the Chinese list, then the world list; a list that comes later
only fills what an earlier one leaves open. Makers of trailers with six-character codes are left out: workshops do not see them.

Left out: codes that only the rejected Wal33D list has, and three characters ending in 9.

The table is searched where it lies, little-endian: "WMI1"; the numbers of identifiers and of texts (u32 each); the identifiers, sorted, each
packed six bits a character as WmiTable does (u64); for each of the 4,096 pairs of first characters where its identifiers of three characters
start, and the end of the last (u16); for each of them the numbers of its manufacturer, its makes joined by ";" with the
likeliest first, and its Chinese name (u16 each), its sources as WmiSources (u8) and its kind as CycleMark (u8); where each text starts, and
the end of the last (u32); the texts in UTF-8, without characters beyond 16 bits. Text 0 is empty.
"""
import bisect, csv, json, os, pathlib, re, struct

root = pathlib.Path(__file__).resolve().parent.parent
data = pathlib.Path(os.environ.get("STOREOPS_SHARED_DATA", root.parent / "shared" / "data"))

ALIASES = {"AvtoVAZ": "Lada", "VAZ": "Lada", "Škoda": "Skoda", "Mercedes": "Mercedes-Benz", "Daimler": "Mercedes-Benz", "Citroën": "Citroen",
           "Changan Automobile": "Changan", "Great Wall": "Great Wall", "Chery": "Chery", "Geely": "Geely"}
MAKES = """Abarth;Acura;Alfa Romeo;Alpine;Aston Martin;Audi;BAIC;Bentley;BMW;Brilliance;Buick;BYD;Cadillac;Changan;Chery;Chevrolet;Chrysler;
Citroen;Dacia;Daewoo;Daihatsu;Datsun;Dodge;Dongfeng;FAW;Ferrari;Fiat;Ford;Foton;GAC;Geely;Genesis;GMC;Great Wall;Haima;Haval;Hino;Holden;Honda;
Hongqi;Hyundai;Infiniti;Isuzu;Iveco;JAC;Jaguar;Jeep;JMC;Kia;King Long;Koenigsegg;Lada;Lamborghini;Lancia;Land Rover;Lexus;Lifan;Lincoln;Lotus;
Lynk & Co;Maserati;Maxus;Maybach;Mazda;McLaren;Mercedes-Benz;MG;Mini;Mitsubishi;Nissan;Opel;Pagani;Peugeot;Polestar;Pontiac;Porsche;Proton;Ram;
Renault;Roewe;Rolls-Royce;Rover;Saab;Saturn;SEAT;Skoda;Smart;SsangYong;Subaru;Suzuki;Tata;Tesla;Toyota;UAZ;Vauxhall;Volkswagen;Volvo;Wuling;
Yutong;Zotye;Ducati;Harley-Davidson;Kawasaki;KTM;Yamaha;Triumph;Piaggio;MAN;Scania""".replace("\n", "").split(";")

squash = lambda text: re.sub(r"[^a-z0-9]", "", text.lower())


def order(makes, manufacturer, code):
    """A make that the world list names for the code comes first, then one that stands in the maker's own name; else the source's order."""
    name, listed = squash(manufacturer), squash(world.get(code, ""))
    return sorted(makes, key=lambda make: (0 if squash(make) in listed else 1, 0 if squash(make) in name else 1))


def makes_in(name):
    for alias, make in ALIASES.items():
        if re.search(r"\b" + re.escape(alias) + r"\b", name):
            return [make]
    found = [(match.start(), make) for make in MAKES if (match := re.search(r"(?<!\w)" + re.escape(make) + r"(?!\w)", name, re.IGNORECASE))]
    return [make for _, make in sorted(found)]


def whole(parts):
    """vPIC joins makes with commas, and also writes them inside one name: "Example Co., Ltd."."""
    makes = []
    for part in (part.strip() for part in parts):
        if makes and re.fullmatch(r"(?:co|ltd|inc|llc|l\.l\.c|corp|ltda|limited|l\.p)\.?(?:[ ,]+ltd\.?)?", part, re.IGNORECASE):
            makes[-1] += ", " + part
        elif part:
            makes.append(part)
    return makes


def is_shared(code):
    """Many small makers share three characters that end in 9; only positions 12 to 14 tell which it is."""
    return len(code) == 3 and code[2] == "9"


# The types on which a letter at position 7 says something; a truck may be light or heavy.
TYPES = {"Passenger Car": "l", "Multipurpose Passenger Vehicle (MPV)": "l", "Truck": "t"}

world = {row["wmi"]: row["name"] for row in csv.DictReader(open(data / "wmi_world_mit.csv", encoding="utf-8"))}
entries = {}
for row in csv.DictReader(open(data / "wmi_vpic.csv", encoding="utf-8")):
    if row["vehicle_type"] == "Trailer" and len(row["wmi"]) == 6:
        continue
    makes = whole(row["makes"].split(","))
    entries[row["wmi"]] = ["v", order(makes, row["manufacturer"], row["wmi"]), " ".join(row["manufacturer"].split()), "", TYPES.get(row["vehicle_type"], "")]
for row in json.load(open(data / "wmi_china.json", encoding="utf-8"))["wmi"]:
    accepted = {key: text for key, text in row["sources"].items() if not key.endswith("Wal33D")}
    if not accepted or is_shared(row["wmi"]):
        continue
    makes = [make.strip() for make in (row["make"] or "").split("/") if make.strip()]
    name = next((text for key, text in accepted.items() if key != "vpic"), next(iter(accepted.values())))
    entry = entries.setdefault(row["wmi"], ["", [], "", "", ""])
    entry[0] += "c"
    entry[1] = entry[1] or makes or makes_in(name)
    entry[2] = entry[2] or name
    entry[3] = row["name_zh"] or ""
for row in csv.DictReader(open(data / "wmi_world_mit.csv", encoding="utf-8")):
    name = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), row["name"]).replace("\\u0026", "&")
    if not re.fullmatch(r"[A-HJ-NPR-Z0-9]{3}([A-HJ-NPR-Z0-9]{3})?", row["wmi"]) or is_shared(row["wmi"]):
        continue
    entry = entries.setdefault(row["wmi"], ["", [], "", "", ""])
    entry[0] += "w"
    entry[1] = entry[1] or makes_in(name)
    entry[2] = entry[2] or " ".join(name.split())


def pack(code):
    key = 0
    for character in code:
        key = key << 6 | (int(character) + 1 if character.isdigit() else ord(character) - ord("A") + 11)
    return key


texts = {"": 0}
number = lambda text: texts.setdefault(text, len(texts))
rows = sorted((pack(code), entry) for code, entry in entries.items())
records = b"".join(
    struct.pack("<HHHBB", number(name.replace("\t", " ")), number(";".join(makes)), number(chinese),
                sum({"v": 1, "c": 2, "w": 4}[letter] for letter in set(sources)), {"": 0, "t": 1, "l": 2}[kind])
    for _, (sources, makes, name, chinese, kind) in rows)
assert all(ord(character) < 0x10000 for text in texts for character in text)
encoded = [text.encode("utf-8") for text in texts]
keys = [key for key, _ in rows]
prefixes = [bisect.bisect_left(keys, prefix << 6) for prefix in range((1 << 12) + 1)]
starts = [0]
for text in encoded:
    starts.append(starts[-1] + len(text))
table = b"".join([b"WMI1", struct.pack("<II", len(rows), len(texts)), struct.pack(f"<{len(rows)}Q", *keys), struct.pack(f"<{len(prefixes)}H", *prefixes), records,
                  struct.pack(f"<{len(starts)}I", *starts), *encoded])
out = root / "src/StoreOps.Domain/Vehicles/Data/wmi.bin"
out.write_bytes(table)
print(len(rows), "identifiers,", len(texts), "texts,", len(table), "bytes")
