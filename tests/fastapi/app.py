"""The FastAPI half of a comparison: small operations that say back what they
were given, so that their answers (accepted values and refusals alike) can be
recorded by ask.py and compared with another framework's.

Every group names the page of FastAPI's tutorial that it follows.
"""

import base64
import datetime as dt
import math
from decimal import Decimal
from enum import Enum
from ipaddress import IPv4Address, IPv6Address
from typing import Annotated, Any, Generic, Literal, TypeVar, Union
from uuid import UUID

from fastapi import (
    Body,
    Cookie,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Path,
    Query,
    UploadFile,
)
from pydantic import (
    AnyUrl,
    Base64Bytes,
    BaseModel,
    ConfigDict,
    EmailStr,
    Field,
    HttpUrl,
    IPvAnyAddress,
    ValidationInfo,
    field_validator,
    model_validator,
)

app = FastAPI(title="Oracle", version="1.0.0")


# --------------------------------------------------------------------------
# The kinds of scalar. Each is asked for three times: in the path, in the
# query (required and optional) and as the `value` of a JSON body.
# Tutorial pages: Path Parameters; Query Parameters; Extra Data Types.
# --------------------------------------------------------------------------


class Color(str, Enum):
    red = "red"
    green = "green"
    blue = "blue"


class Level(int, Enum):
    low = 1
    high = 2


def between(low: int, high: int) -> Any:
    return Annotated[int, Field(ge=low, le=high)]


SCALARS: dict[str, Any] = {
    "int": int,
    "u8": between(0, 2**8 - 1),
    "i8": between(-(2**7), 2**7 - 1),
    "u16": between(0, 2**16 - 1),
    "i16": between(-(2**15), 2**15 - 1),
    "u32": between(0, 2**32 - 1),
    "i32": between(-(2**31), 2**31 - 1),
    "u64": between(0, 2**64 - 1),
    "i64": between(-(2**63), 2**63 - 1),
    "float": float,
    "bool": bool,
    "str": str,
    "char": Annotated[str, Field(min_length=1, max_length=1)],
    "color": Color,
    "level": Level,
    "literal": Literal["asc", "desc"],
    "uuid": UUID,
    "date": dt.date,
    "datetime": dt.datetime,
    "time": dt.time,
    "timedelta": dt.timedelta,
    "decimal": Decimal,
    "url": AnyUrl,
    "httpurl": HttpUrl,
    "email": EmailStr,
    "ip": IPvAnyAddress,
    "ipv4": IPv4Address,
    "ipv6": IPv6Address,
}

T = TypeVar("T")


class Value(BaseModel, Generic[T]):
    value: T


def shown(value: Any) -> Any:
    """One spelling per kind, whatever the framework's own encoder prefers."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.timedelta):
        return value.total_seconds()
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)


def declare_scalar(kind: str, annotation: Any) -> None:
    @app.get(f"/path/{kind}/{{value}}", name=f"path {kind}")
    def in_path(value: Annotated[annotation, Path()]):
        return {"value": shown(value)}

    @app.get(f"/query/{kind}", name=f"query {kind}")
    def in_query(value: Annotated[annotation, Query()]):
        return {"value": shown(value)}

    @app.get(f"/query/optional/{kind}", name=f"query optional {kind}")
    def in_query_optional(value: Annotated[annotation | None, Query()] = None):
        return {"value": shown(value)}

    @app.post(f"/body/{kind}", name=f"body {kind}")
    def in_body(body: Value[annotation]):
        return {"value": shown(body.value)}


for kind, annotation in SCALARS.items():
    declare_scalar(kind, annotation)


# --------------------------------------------------------------------------
# Tutorial: Path Parameters
# --------------------------------------------------------------------------


@app.get("/users/me")
def users_me():
    return {"user": "the current one"}


@app.get("/users/{user_id}")
def users_one(user_id: str):
    return {"user": user_id}


@app.get("/users/{user_id}/orders/{order_id}")
def users_order(user_id: int, order_id: UUID):
    return {"user_id": user_id, "order_id": order_id}


@app.get("/path/files/{file_path:path}")
def path_files(file_path: str):
    return {"file_path": file_path}


# --------------------------------------------------------------------------
# Tutorial: Path Parameters and Numeric Validations
# --------------------------------------------------------------------------


@app.get("/rooms/{room_id}")
def rooms(
    room_id: Annotated[int, Path(title="The room", ge=1, le=1000)],
    size: Annotated[float, Query(gt=0, lt=10.5)],
    q: Annotated[str | None, Query(alias="room-query")] = None,
):
    return {"room_id": room_id, "size": size, "q": q}


@app.get("/names/{name}")
def names(name: Annotated[str, Path(min_length=2, max_length=5, pattern="^[a-z]+$")]):
    return {"name": name}


# --------------------------------------------------------------------------
# Tutorial: Query Parameters
# --------------------------------------------------------------------------


@app.get("/query/required")
def query_required(q: str):
    return {"q": q}


@app.get("/query/optional")
def query_optional(q: str | None = None):
    return {"q": q}


@app.get("/query/defaults")
def query_defaults(skip: int = 0, limit: int = 10, short: bool = False):
    return {"skip": skip, "limit": limit, "short": short}


@app.get("/query/two")
def query_two(first: int, second: int):
    return {"first": first, "second": second}


# --------------------------------------------------------------------------
# Tutorial: Query Parameters and String Validations
# --------------------------------------------------------------------------


@app.get("/query/alias")
def query_alias(q: Annotated[str, Query(alias="item-query")]):
    return {"q": q}


@app.get("/query/deprecated")
def query_deprecated(old: Annotated[str | None, Query(deprecated=True)] = None):
    return {"old": old}


@app.get("/query/length")
def query_length(q: Annotated[str, Query(min_length=3, max_length=8)]):
    return {"q": q}


@app.get("/query/length/optional")
def query_length_optional(q: Annotated[str | None, Query(min_length=3, max_length=8)] = None):
    return {"q": q}


@app.get("/query/pattern")
def query_pattern(q: Annotated[str, Query(pattern="^[a-z]{2}-[0-9]+$")]):
    return {"q": q}


@app.get("/query/length-and-pattern")
def query_length_and_pattern(q: Annotated[str, Query(min_length=3, max_length=8, pattern="^[a-z]+$")]):
    return {"q": q}


@app.get("/query/list/str")
def query_list_str(q: Annotated[list[str], Query()]):
    return {"q": q}


@app.get("/query/list/str/optional")
def query_list_str_optional(q: Annotated[list[str] | None, Query()] = None):
    return {"q": q}


@app.get("/query/list/str/default")
def query_list_str_default(q: Annotated[list[str], Query()] = ["one", "two"]):
    return {"q": q}


@app.get("/query/list/int")
def query_list_int(q: Annotated[list[int], Query()]):
    return {"q": q}


@app.get("/query/list/bounded")
def query_list_bounded(q: Annotated[list[int], Query(min_length=2, max_length=3)]):
    return {"q": q}


@app.get("/query/set/int")
def query_set_int(q: Annotated[set[int], Query()]):
    return {"q": sorted(q)}


# --------------------------------------------------------------------------
# Numeric bounds in the query
# Tutorial: Path Parameters and Numeric Validations
# --------------------------------------------------------------------------


@app.get("/query/bounds/int")
def query_bounds_int(
    gt: Annotated[int | None, Query(gt=3)] = None,
    ge: Annotated[int | None, Query(ge=3)] = None,
    lt: Annotated[int | None, Query(lt=3)] = None,
    le: Annotated[int | None, Query(le=3)] = None,
    multiple: Annotated[int | None, Query(multiple_of=5)] = None,
    window: Annotated[int | None, Query(ge=10, lt=20, multiple_of=2)] = None,
):
    return {"gt": gt, "ge": ge, "lt": lt, "le": le, "multiple": multiple, "window": window}


@app.get("/query/bounds/float")
def query_bounds_float(
    gt: Annotated[float | None, Query(gt=1.5)] = None,
    ge: Annotated[float | None, Query(ge=1.5)] = None,
    lt: Annotated[float | None, Query(lt=1.5)] = None,
    le: Annotated[float | None, Query(le=1.5)] = None,
    multiple: Annotated[float | None, Query(multiple_of=0.5)] = None,
    whole: Annotated[float | None, Query(gt=0, lt=10)] = None,
):
    return {"gt": gt, "ge": ge, "lt": lt, "le": le, "multiple": multiple, "whole": whole}


# --------------------------------------------------------------------------
# Tutorial: Query Parameter Models
# --------------------------------------------------------------------------


class Filter(BaseModel):
    limit: int = Field(100, gt=0, le=100)
    offset: int = Field(0, ge=0)
    order_by: Literal["created_at", "updated_at"] = "created_at"
    tags: list[str] = []


class StrictFilter(Filter):
    model_config = ConfigDict(extra="forbid")


class Search(BaseModel):
    term: str = Field(min_length=1)
    page: int
    exact: bool | None = None


@app.get("/query/model")
def query_model(filter: Annotated[Filter, Query()]):
    return filter


@app.get("/query/model/strict")
def query_model_strict(filter: Annotated[StrictFilter, Query()]):
    return filter


@app.get("/query/model/required")
def query_model_required(search: Annotated[Search, Query()]):
    return search


# --------------------------------------------------------------------------
# Tutorial: Header Parameters
# --------------------------------------------------------------------------


@app.get("/header/optional")
def header_optional(x_request_id: Annotated[str | None, Header()] = None):
    return {"x_request_id": x_request_id}


@app.get("/header/required")
def header_required(x_token: Annotated[str, Header()]):
    return {"x_token": x_token}


@app.get("/header/int")
def header_int(x_count: Annotated[int, Header()]):
    return {"x_count": x_count}


@app.get("/header/list")
def header_list(x_token: Annotated[list[str] | None, Header()] = None):
    return {"x_token": x_token}


@app.get("/header/list/int")
def header_list_int(x_number: Annotated[list[int], Header()]):
    return {"x_number": x_number}


@app.get("/header/underscores")
def header_underscores(strange_header: Annotated[str, Header(convert_underscores=False)]):
    return {"strange_header": strange_header}


@app.get("/header/alias")
def header_alias(key: Annotated[str, Header(alias="X-API-Key", min_length=4)]):
    return {"key": key}


# --------------------------------------------------------------------------
# Tutorial: Header Parameter Models
# --------------------------------------------------------------------------


class ClientHeaders(BaseModel):
    x_device: str
    x_version: int = Field(ge=1)
    x_beta: bool = False
    x_tag: list[str] = []


class StrictHeaders(ClientHeaders):
    model_config = ConfigDict(extra="forbid")

    host: str | None = None


@app.get("/header/model")
def header_model(headers: Annotated[ClientHeaders, Header()]):
    return headers


@app.get("/header/model/strict")
def header_model_strict(headers: Annotated[StrictHeaders, Header()]):
    return headers.model_dump(exclude={"host"})


# --------------------------------------------------------------------------
# Tutorial: Cookie Parameters
# --------------------------------------------------------------------------


@app.get("/cookie/optional")
def cookie_optional(ads_id: Annotated[str | None, Cookie()] = None):
    return {"ads_id": ads_id}


@app.get("/cookie/required")
def cookie_required(session_id: Annotated[str, Cookie()]):
    return {"session_id": session_id}


@app.get("/cookie/int")
def cookie_int(visits: Annotated[int, Cookie(ge=0)]):
    return {"visits": visits}


# --------------------------------------------------------------------------
# Tutorial: Cookie Parameter Models
# --------------------------------------------------------------------------


class Cookies(BaseModel):
    session_id: str
    visits: int = 0
    tracker: str | None = None


class StrictCookies(Cookies):
    model_config = ConfigDict(extra="forbid")


@app.get("/cookie/model")
def cookie_model(cookies: Annotated[Cookies, Cookie()]):
    return cookies


@app.get("/cookie/model/strict")
def cookie_model_strict(cookies: Annotated[StrictCookies, Cookie()]):
    return cookies


# --------------------------------------------------------------------------
# Tutorial: Request Body; Body - Fields
# --------------------------------------------------------------------------


class Item(BaseModel):
    name: str = Field(min_length=1, max_length=50)
    price: float = Field(gt=0)
    description: str | None = None
    tags: list[str] = []


class StrictItem(Item):
    model_config = ConfigDict(extra="forbid")


@app.post("/items")
def items_create(item: Item):
    return item


@app.post("/items/optional")
def items_optional(item: Item | None = None):
    return {"item": item}


@app.post("/items/strict")
def items_strict(item: StrictItem):
    return item


@app.post("/items/many")
def items_many(items: list[Item]):
    return items


@app.put("/items/{item_id}")
def items_put(item_id: int, item: Item, q: str | None = None):
    return {"item_id": item_id, "item": item, "q": q}


# --------------------------------------------------------------------------
# Kinds of field, one each: what a body's `value` may be
# Tutorial: Request Body; Body - Nested Models; Extra Data Types
# --------------------------------------------------------------------------


class Point(BaseModel):
    x: int
    y: int = 0


CONTAINERS: dict[str, Any] = {
    "optional-int": int | None,
    "optional-str": str | None,
    "optional-point": Point | None,
    "point": Point,
    "list-int": list[int],
    "list-str": list[str],
    "list-point": list[Point],
    "list-bounded": Annotated[list[int], Field(min_length=2, max_length=3)],
    "set-int": set[int],
    "set-bounded": Annotated[set[int], Field(min_length=2, max_length=3)],
    "tuple": tuple[int, str, bool],
    "tuple-any-length": tuple[int, ...],
    "dict-str-int": dict[str, int],
    "dict-int-float": dict[int, float],
    "dict-str-point": dict[str, Point],
    "int-or-str": int | str,
    "float-or-bool": float | bool,
    "any": Any,
}


def declare_container(kind: str, annotation: Any) -> None:
    @app.post(f"/body/{kind}", name=f"body {kind}")
    def in_body(body: Value[annotation]):
        value = sorted(body.value) if isinstance(body.value, set) else body.value
        return {"value": value}


for kind, annotation in CONTAINERS.items():
    declare_container(kind, annotation)


@app.post("/body/base64")
def body_base64(body: Value[Base64Bytes]):
    return {"length": len(body.value), "value": shown(body.value)}


# --------------------------------------------------------------------------
# Tutorial: Body - Fields (bounds inside a model)
# --------------------------------------------------------------------------


class Bounds(BaseModel):
    code: str = Field("abc", min_length=2, max_length=4)
    slug: str = Field("a-1", pattern="^[a-z]+-[0-9]+$")
    gt: int = Field(4, gt=3)
    ge: int = Field(3, ge=3)
    lt: int = Field(2, lt=3)
    le: int = Field(3, le=3)
    multiple: int = Field(5, multiple_of=5)
    ratio: float = Field(0.5, ge=0, le=1)
    step: float = Field(0.5, multiple_of=0.25)
    amount: Decimal = Field(Decimal("1.50"), max_digits=6, decimal_places=2, ge=0)


@app.post("/body/bounds")
def body_bounds(bounds: Bounds):
    return bounds


# --------------------------------------------------------------------------
# Tutorial: Body - Nested Models
# --------------------------------------------------------------------------


class Image(BaseModel):
    url: HttpUrl
    name: str


class Product(BaseModel):
    name: str
    price: float = Field(gt=0)
    tags: set[str] = set()
    cover: Image | None = None
    images: list[Image] = []


class Offer(BaseModel):
    name: str
    products: list[Product]
    by_code: dict[str, Product] = {}


class Tree(BaseModel):
    name: str
    children: list["Tree"] = []


@app.post("/nested/offer")
def nested_offer(offer: Offer):
    return {
        "name": offer.name,
        "products": [p.name for p in offer.products],
        "tags": [sorted(p.tags) for p in offer.products],
        "images": [str(i.url) for p in offer.products for i in p.images],
        "by_code": sorted(offer.by_code),
    }


@app.post("/nested/images")
def nested_images(images: list[Image]):
    return images


@app.post("/nested/tree")
def nested_tree(tree: Tree):
    def depth(t: Tree) -> int:
        deepest = 0
        todo = [(t, 1)]
        while todo:
            node, at = todo.pop()
            deepest = max(deepest, at)
            todo.extend((c, at + 1) for c in node.children)
        return deepest

    return {"name": tree.name, "depth": depth(tree)}


@app.post("/top/dict-str-float")
def top_dict_str_float(scores: dict[str, float]):
    return scores


@app.post("/top/dict-int-float")
def top_dict_int_float(weights: dict[int, float]):
    return weights


@app.post("/top/list-int")
def top_list_int(numbers: list[int]):
    return numbers


@app.post("/top/int")
def top_int(number: Annotated[int, Body()]):
    return {"number": number}


@app.post("/top/str")
def top_str(text: Annotated[str, Body(min_length=2)]):
    return {"text": text}


# --------------------------------------------------------------------------
# Unions. Tutorial: Extra Models (unions), pydantic's tagged unions
# --------------------------------------------------------------------------


class Cat(BaseModel):
    kind: Literal["cat"]
    name: str
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"]
    name: str
    good: bool = True


class Circle(BaseModel):
    radius: float


class Square(BaseModel):
    side: float


@app.post("/union/tagged")
def union_tagged(pet: Annotated[Union[Cat, Dog], Body(discriminator="kind")]):
    return pet


class Home(BaseModel):
    pets: list[Annotated[Union[Cat, Dog], Field(discriminator="kind")]]


@app.post("/union/tagged/list")
def union_tagged_list(home: Home):
    return home


@app.post("/union/untagged")
def union_untagged(shape: Union[Circle, Square]):
    return shape


# --------------------------------------------------------------------------
# Tutorial: Extra Data Types, in one model
# --------------------------------------------------------------------------


class Schedule(BaseModel):
    id: UUID
    day: dt.date
    start: dt.datetime
    repeat_at: dt.time | None = None
    process_after: dt.timedelta = dt.timedelta(0)
    cost: Decimal = Decimal("0")
    site: HttpUrl | None = None
    contact: EmailStr | None = None
    address: IPvAnyAddress | None = None


@app.post("/schedule")
def schedule(schedule: Schedule):
    return schedule


# --------------------------------------------------------------------------
# Tutorial: Body - Multiple Parameters
# --------------------------------------------------------------------------


class User(BaseModel):
    username: str
    full_name: str | None = None


@app.put("/multi/two/{item_id}")
def multi_two(item_id: int, item: Item, user: User):
    return {"item_id": item_id, "item": item, "user": user}


@app.put("/multi/scalar/{item_id}")
def multi_scalar(
    item_id: int,
    item: Item,
    user: User,
    importance: Annotated[int, Body(gt=0)],
    q: str | None = None,
):
    return {"item_id": item_id, "item": item, "user": user, "importance": importance, "q": q}


@app.put("/multi/optional")
def multi_optional(item: Item | None = None, user: User | None = None, note: Annotated[str, Body()] = "none"):
    return {"item": item, "user": user, "note": note}


@app.put("/multi/embed")
def multi_embed(item: Annotated[Item, Body(embed=True)]):
    return {"item": item}


@app.put("/multi/embed-scalar")
def multi_embed_scalar(importance: Annotated[int, Body(embed=True, ge=1)]):
    return {"importance": importance}


@app.put("/everything/{item_id}")
def everything(
    item: Item,
    session_id: Annotated[int, Cookie()],
    x_count: Annotated[int, Header()],
    limit: Annotated[int, Query(gt=0)],
    item_id: Annotated[int, Path(ge=1)],
):
    return {
        "item_id": item_id,
        "limit": limit,
        "x_count": x_count,
        "session_id": session_id,
        "item": item,
    }


# --------------------------------------------------------------------------
# Tutorial: Form Data
# --------------------------------------------------------------------------


@app.post("/form/login")
def form_login(username: Annotated[str, Form()], password: Annotated[str, Form()]):
    return {"username": username, "password": password}


@app.post("/form/int")
def form_int(age: Annotated[int, Form(ge=0)]):
    return {"age": age}


@app.post("/form/optional")
def form_optional(
    nickname: Annotated[str | None, Form()] = None,
    count: Annotated[int, Form()] = 1,
    subscribe: Annotated[bool, Form()] = False,
):
    return {"nickname": nickname, "count": count, "subscribe": subscribe}


@app.post("/form/list")
def form_list(tags: Annotated[list[str], Form()]):
    return {"tags": tags}


@app.post("/form/length")
def form_length(code: Annotated[str, Form(min_length=3, max_length=5)]):
    return {"code": code}


# --------------------------------------------------------------------------
# Tutorial: Form Models
# --------------------------------------------------------------------------


class Registration(BaseModel):
    username: str = Field(min_length=3)
    password: str
    age: int | None = None
    tags: list[str] = []


class StrictRegistration(Registration):
    model_config = ConfigDict(extra="forbid")


@app.post("/form/model")
def form_model(data: Annotated[Registration, Form()]):
    return data


@app.post("/form/model/strict")
def form_model_strict(data: Annotated[StrictRegistration, Form()]):
    return data


# --------------------------------------------------------------------------
# Tutorial: Request Files; Request Forms and Files
# --------------------------------------------------------------------------


def about(upload: UploadFile) -> dict[str, Any]:
    content = upload.file.read()
    return {
        "filename": upload.filename,
        "content_type": upload.content_type,
        "size": len(content),
        "content": shown(content),
    }


@app.post("/upload/one")
def upload_one(file: UploadFile):
    return about(file)


@app.post("/upload/optional")
def upload_optional(file: UploadFile | None = None):
    return {"file": about(file) if file else None}


@app.post("/upload/bytes")
def upload_bytes(file: Annotated[bytes, File()]):
    return {"size": len(file), "content": shown(file)}


@app.post("/upload/many")
def upload_many(files: list[UploadFile]):
    return {"files": [about(f) for f in files]}


@app.post("/upload/many/bytes")
def upload_many_bytes(files: Annotated[list[bytes], File()]):
    return {"sizes": [len(f) for f in files]}


@app.post("/upload/with-form")
def upload_with_form(
    file: Annotated[bytes, File()],
    attachment: Annotated[UploadFile, File()],
    token: Annotated[str, Form()],
    copies: Annotated[int, Form()] = 1,
):
    return {
        "file": len(file),
        "attachment": about(attachment),
        "token": token,
        "copies": copies,
    }


# --------------------------------------------------------------------------
# Tutorial: Body - Updates (each request starts from the same stored items)
# --------------------------------------------------------------------------


class Stored(BaseModel):
    name: str | None = None
    price: float | None = None
    tax: float = 10.5
    tags: list[str] = []


STORED = {
    "plain": Stored(name="Plain", price=50.2),
    "full": Stored(name="Full", price=62, tax=20.2, tags=["a"]),
}


@app.get("/updates/{item_id}")
def updates_get(item_id: str):
    if item_id not in STORED:
        raise HTTPException(status_code=404, detail="No such item")
    return STORED[item_id]


@app.put("/updates/{item_id}")
def updates_put(item_id: str, item: Stored):
    return item


@app.patch("/updates/{item_id}")
def updates_patch(item_id: str, item: Stored):
    if item_id not in STORED:
        raise HTTPException(status_code=404, detail={"missing": item_id}, headers={"X-Error": "missing"})
    return STORED[item_id].model_copy(update=item.model_dump(exclude_unset=True))


# --------------------------------------------------------------------------
# Validators of one's own. Tutorial: Query Parameters and String Validations
# (custom validation) and Handling Errors
# --------------------------------------------------------------------------


class Signup(BaseModel):
    username: str
    password: str = Field(min_length=4)
    again: str

    @field_validator("username")
    @classmethod
    def username_is_one_word(cls, value: str) -> str:
        if " " in value:
            raise ValueError("must be one word")
        return value.lower()

    @field_validator("again")
    @classmethod
    def again_is_not_empty(cls, value: str, info: ValidationInfo) -> str:
        assert value, "must not be empty"
        return value

    @model_validator(mode="after")
    def passwords_agree(self) -> "Signup":
        if self.password != self.again:
            raise ValueError("passwords do not match")
        return self


@app.post("/validators/signup")
def validators_signup(signup: Signup):
    return {"username": signup.username}


class Team(BaseModel):
    lead: Signup
    members: list[Signup] = []


@app.post("/validators/team")
def validators_team(team: Team):
    return {"members": len(team.members)}


# --------------------------------------------------------------------------
# Routing: methods and trailing slashes. Tutorial: First Steps
# --------------------------------------------------------------------------


@app.get("/slash/without")
def slash_without():
    return {"slash": False}


@app.get("/slash/with/")
def slash_with():
    return {"slash": True}


@app.post("/only/post")
def only_post():
    return {"method": "POST"}


@app.get("/several")
def several_get():
    return {"method": "GET"}


@app.put("/several")
def several_put():
    return {"method": "PUT"}


@app.delete("/several", status_code=204)
def several_delete():
    return None


@app.get("/fails")
def fails():
    raise RuntimeError("this is on purpose")
