#!/usr/bin/env python3
"""Writes the embedded maintenance catalog and the generic schedule from the proposed list of 31 items.

Reads items_31_proposed.json below STOREOPS_SHARED_DATA, else ../shared/data. The names of parts and of the finer components that
makers' schedules speak of are ours and stand here.
"""
import json, os, pathlib

root = pathlib.Path(__file__).resolve().parent.parent
data = pathlib.Path(os.environ.get("STOREOPS_SHARED_DATA", root.parent / "shared" / "data"))
out = root / "src/StoreOps.Domain/Maintenance/Data"
kebab = lambda text: text.replace("_", "-")

POWERTRAINS = {"ice": ["petrol", "diesel"], "petrol": ["petrol"], "hybrid": ["hybrid"], "phev": ["plug-in-hybrid"], "ev": ["electric"],
               "ice with belt": ["petrol", "diesel", "hybrid", "plug-in-hybrid"]}
# Cleaning throttle and fuel system concerns every car with such an engine, hybrids too.
WITH_ENGINE = {"fuel-system": ["petrol", "diesel", "hybrid", "plug-in-hybrid"], "throttle-body": ["petrol", "hybrid", "plug-in-hybrid"]}
ALL = ["petrol", "diesel", "hybrid", "plug-in-hybrid", "electric"]

# part slot: (zh, en)
SLOTS = {
    "engine-oil": ("机油", "Engine oil"), "drain-plug-washer": ("放油螺栓垫片", "Drain plug washer"), "oil-filter": ("机油滤清器", "Oil filter"),
    "air-filter": ("空气滤芯", "Air filter element"), "cabin-filter": ("空调滤芯", "Cabin filter"), "fuel-filter": ("燃油滤清器", "Fuel filter"),
    "spark-plug": ("火花塞", "Spark plug"), "engine-coolant": ("发动机冷却液", "Engine coolant"),
    "ev-coolant": ("低电导率冷却液", "Low-conductivity coolant"), "brake-fluid": ("制动液", "Brake fluid"),
    "transmission-fluid": ("变速箱油", "Transmission fluid"), "transmission-filter": ("变速箱滤芯", "Transmission filter"),
    "pan-gasket": ("油底壳垫", "Pan gasket"), "gear-oil": ("齿轮油", "Gear oil"), "reducer-oil": ("减速器油", "Reducer oil"),
    "power-steering-fluid": ("助力转向油", "Power-steering fluid"), "drive-belt": ("附件皮带", "Drive belt"), "belt-tensioner": ("皮带张紧轮", "Belt tensioner"),
    "timing-belt-kit": ("正时皮带套装", "Timing belt kit"), "water-pump": ("水泵", "Water pump"), "front-brake-pads": ("前制动片", "Front brake pads"),
    "wear-sensor": ("磨损传感线", "Wear sensor"), "rear-brake-pads": ("后制动片", "Rear brake pads"), "brake-discs": ("制动盘", "Brake discs"),
    "tire": ("轮胎", "Tire"), "tire-valve": ("气门嘴", "Tire valve"), "wheel-weights": ("平衡块", "Wheel weights"),
    "battery-12v": ("12V蓄电池", "12 V battery"), "wiper-blades": ("雨刮片", "Wiper blades"), "throttle-cleaner": ("节气门清洗剂", "Throttle cleaner"),
    "fuel-additive": ("燃油添加剂", "Fuel additive"), "refrigerant": ("冷媒", "Refrigerant"), "ac-cleaner": ("空调清洗剂", "A/C cleaner"),
    "ball-joint": ("球头", "Ball joint"), "suspension-bush": ("悬挂衬套", "Suspension bush"), "boot-kit": ("防尘套", "Boot kit"), "bulb": ("灯泡", "Bulb"),
}
PARTS = {
    "engine-oil": ["engine-oil", "drain-plug-washer"], "oil-filter": ["oil-filter"], "air-filter": ["air-filter"], "cabin-filter": ["cabin-filter"],
    "fuel-filter": ["fuel-filter"], "spark-plugs": ["spark-plug"], "engine-coolant": ["engine-coolant"], "inverter-ev-coolant": ["ev-coolant"],
    "brake-fluid": ["brake-fluid"], "transmission-fluid": ["transmission-fluid", "transmission-filter", "pan-gasket"],
    "differential-transfer-fluid": ["gear-oil"], "ev-reducer-fluid": ["reducer-oil"], "power-steering-fluid": ["power-steering-fluid"],
    "drive-belt": ["drive-belt", "belt-tensioner"], "timing-belt": ["timing-belt-kit", "water-pump"], "brake-pads-front": ["front-brake-pads", "wear-sensor"],
    "brake-pads-rear": ["rear-brake-pads"], "brake-discs": ["brake-discs"], "tire-rotation": [], "tire-replacement": ["tire", "tire-valve"],
    "wheel-alignment": [], "wheel-balance": ["wheel-weights"], "battery-12v": ["battery-12v"], "wiper-blades": ["wiper-blades"],
    "throttle-body": ["throttle-cleaner"], "fuel-system": ["fuel-additive"], "ac-system": ["refrigerant", "ac-cleaner"],
    "suspension-steering": ["ball-joint", "suspension-bush"], "driveshaft-boots": ["boot-kit"], "lights-electrics": ["bulb"], "hv-battery-charging": [],
}
# The work that belongs to an item: what it cannot do without, what it contains (new tires are mounted balanced), and what it makes unnecessary on the same visit.
REQUIRES = {"engine-oil": ["oil-filter"], "timing-belt": ["engine-coolant"]}
INCLUDES = {"tire-replacement": ["wheel-balance"]}
SUPPRESSES = {"tire-replacement": ["tire-rotation"], "fuel-system": ["throttle-body"]}

# What the generic schedule has to know of a car before it says anything: a chain has no belt interval, an AT no MT fluid.
GEARBOXES = {"transmission-fluid-at": ["AT"], "transmission-fluid-cvt": ["CVT"], "transmission-fluid-dct": ["DCT"], "transmission-fluid-mt": ["MT"]}
FITTED = {"timing-belt": ["timing-belt"], "differential-fluid": ["4wd"], "transfer-case-fluid": ["4wd"], "brake-drums": ["brake-drums"]}

# component of a maker's schedule: (zh, en, items of the catalog)
COMPONENTS = {
    "transmission-fluid-at": ("自动变速箱油", "Automatic transmission fluid", ["transmission-fluid"]),
    "transmission-fluid-cvt": ("无级变速箱油", "CVT fluid", ["transmission-fluid"]),
    "transmission-fluid-dct": ("双离合变速箱油", "Dual-clutch transmission fluid", ["transmission-fluid"]),
    "transmission-fluid-mt": ("手动变速箱油", "Manual transmission fluid", ["transmission-fluid"]),
    "differential-fluid": ("差速器油", "Differential fluid", ["differential-transfer-fluid"]),
    "transfer-case-fluid": ("分动箱油", "Transfer case fluid", ["differential-transfer-fluid"]),
    "haldex-fluid": ("四驱耦合器油", "Haldex coupling fluid", ["differential-transfer-fluid"]),
    "inverter-coolant": ("逆变器冷却液", "Inverter coolant", ["inverter-ev-coolant"]),
    "ev-coolant": ("电驱冷却液", "EV coolant", ["inverter-ev-coolant"]),
    "brake-discs-pads": ("制动盘与制动片", "Brake discs and pads", ["brake-pads-front", "brake-pads-rear", "brake-discs"]),
    "brake-drums": ("制动鼓与制动蹄", "Brake drums and shoes", ["brake-pads-rear"]),
    "tires": ("轮胎", "Tires", ["tire-replacement"]),
    "fuel-additive": ("燃油添加剂", "Fuel additive", ["fuel-system"]),
    "fuel-injection": ("燃油喷射系统", "Fuel injection", ["fuel-system"]),
    "suspension": ("悬挂", "Suspension", ["suspension-steering"]),
    "steering": ("转向", "Steering", ["suspension-steering"]),
    "chassis-bolts": ("底盘螺栓", "Chassis bolts", ["suspension-steering"]),
    "brake-lines": ("制动管路", "Brake lines", []), "parking-brake": ("驻车制动", "Parking brake", []),
    "brake-booster": ("制动助力器", "Brake booster", []), "brake-calipers": ("制动卡钳", "Brake calipers", []),
    "cooling-system": ("冷却系统", "Cooling system", []), "valve-clearance": ("气门间隙", "Valve clearance", []),
    "hsg-belt": ("混动起动发电机皮带", "Hybrid starter-generator belt", []), "exhaust": ("排气系统", "Exhaust", []),
    "fuel-lines": ("燃油管路", "Fuel lines", []), "intercooler-hose": ("中冷器管", "Intercooler hose", []),
    "evap-system": ("燃油蒸发系统", "Evaporative emission system", []), "wheel-bearing": ("轮毂轴承", "Wheel bearing", []),
    "idle-speed": ("怠速", "Idle speed", []), "vapor-hose": ("油气管", "Vapor hose", []),
    "fuel-tank-air-filter": ("油箱空气滤芯", "Fuel tank air filter", []), "vacuum-hose": ("真空管", "Vacuum hose", []),
    "air-intake-hose": ("进气管", "Air intake hose", []), "oil-leak": ("漏油检查", "Oil leaks", []),
    "ecall-battery": ("紧急呼叫电池", "eCall battery", []), "body": ("车身", "Body", []), "tire-repair-kit": ("补胎套件", "Tire repair kit", []),
    "key-battery": ("遥控钥匙电池", "Key battery", []), "inspection": ("检查保养", "Inspection service", []),
    "inspection-basic": ("基础检查", "Basic inspection", []), "inspection-extended": ("扩展检查", "Extended inspection", []),
    "propeller-shaft": ("传动轴", "Propeller shaft", []), "service": ("定期保养", "Service", []),
    "dpf": ("柴油颗粒捕集器", "Diesel particulate filter", []), "glow-plugs": ("电热塞", "Glow plugs", []), "pcv-valve": ("曲轴箱通风阀", "PCV valve", []),
    "clutch-fluid": ("离合器油", "Clutch fluid", []), "adblue": ("车用尿素", "AdBlue", []), "hv-coolant": ("高压电池冷却液", "HV battery coolant", ["inverter-ev-coolant"]),
}


def american(identifier):
    return kebab(identifier).replace("tyre", "tire").replace("vapour", "vapor")


source = json.load(open(data / "items_31_proposed.json", encoding="utf-8"))["items"]
ids = {american(item["id"]) for item in source}
items, rules = [], []
for item in source:
    identifier = american(item["id"])
    powertrains = WITH_ENGINE.get(identifier) or sorted({p for word in item["powertrains"] for p in POWERTRAINS.get(word, ALL)}, key=ALL.index)
    entry = {"number": item["no"], "id": identifier, "name": {"zh": item["name_zh"], "en": item["name_en"].replace("Tyre", "Tire")},
             "actions": item["actions"], "powertrains": powertrains, "slots": PARTS[identifier]}
    relations = [{"kind": "requires", "item": other} for other in REQUIRES.get(identifier, [])]
    relations += [{"kind": "includes", "item": other} for other in INCLUDES.get(identifier, [])]
    relations += [{"kind": "suppresses", "item": other} for other in SUPPRESSES.get(identifier, [])]
    taken = {relation["item"] for relation in relations}
    relations += [{"kind": "together", "item": american(other)} for other in item["do_together"] if american(other) in ids and american(other) not in taken]
    if relations:
        entry["relations"] = relations
    items.append(entry)
    for component, evidence in item["evidence_from_schedules"].items():
        for action, figures in evidence.items():
            limits = {"everyKilometers": figures["median_every_km"], "everyMonths": figures["median_every_months"],
                      "firstKilometers": figures["median_first_km"], "firstMonths": figures["median_first_months"]}
            severe = {"everyKilometers": figures["severe_median_km"], "everyMonths": figures["severe_median_months"]}
            limits = {name: value for name, value in limits.items() if value}
            severe = {name: value for name, value in severe.items() if value}
            # A median over the few schedules that state a first interval says nothing of a car whose maker states none,
            # unless the first is the longer one (long-life coolant).
            if limits.get("firstKilometers", 0) <= limits.get("everyKilometers", 0):
                limits.pop("firstKilometers", None), limits.pop("firstMonths", None)
            key = (american(component), action)
            if action in item["actions"] and "everyKilometers" in limits and key not in {(r["component"], r["actions"][0]) for r in rules}:
                scope = {"engineCodes": GEARBOXES[key[0]]} if key[0] in GEARBOXES else {"fittedParts": FITTED[key[0]]} if key[0] in FITTED else {}
                rules.append({"component": key[0], "actions": [action], **limits, **scope, **({"severe": severe} if severe else {})})

catalog = {"schemaVersion": 1, "slots": [{"id": key, "name": {"zh": zh, "en": en}} for key, (zh, en) in SLOTS.items()], "items": items,
           "components": [{"id": key, "name": {"zh": zh, "en": en}, "items": own} for key, (zh, en, own) in COMPONENTS.items()]}
generic = {"schemaVersion": 1, "id": "generic", "vehicle": {"make": "*", "models": [], "powertrains": []},
           "source": {"url": "", "kind": "medians over the embedded schedules; no maker's recommendation", "license": "ours"},
           "confidence": "low", "coverage": "medians", "rules": rules}


def write(name, value):
    lines = json.dumps(value, ensure_ascii=False, indent=1)
    (out / name).write_text(lines + "\n", encoding="utf-8")


write("catalog.json", catalog)
write("generic.json", generic)
print(len(items), "items,", len(COMPONENTS), "components,", len(rules), "generic rules")
