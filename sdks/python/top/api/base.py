"""What the requests of TOP's own Python SDK have in common."""

from typing import Any, ClassVar, Dict, Optional, Type

import topgate
from topgate._json_text import read_json
from topgate._schema import scalar
from topgate._write import parameter

from .. import appinfo


class TopException(Exception):
    """The platform refused the call. The fields have the names of TOP's own SDK."""

    def __init__(self, error: topgate.Refused) -> None:
        super().__init__(str(error))
        self.errorcode = error.code
        self.message = error.msg
        self.subcode = error.sub_code
        self.submsg = error.sub_msg
        self.request_id = error.request_id
        #: the answer as it came
        self.body = error.body
        #: what to do about it, in Chinese
        self.remedy = error.remedy
        self.retry = error.retry


class FileItem(topgate.File):
    """A file to upload."""


class RestApi:
    """One call. Its parameters are attributes, named as the documentation names them."""

    _request_class: ClassVar[Any]

    def __init__(self, domain: str, port: int = 80) -> None:
        """`domain` is the name of a host with the gateway at /router/rest, or a whole address."""
        self._url = domain if "://" in domain else f"http://{domain}:{port}/router/rest"
        self._app: Optional[appinfo] = None

    def getapiname(self) -> str:
        name: str = self.request_class()._API.method
        return name

    def set_app_info(self, app: appinfo) -> None:
        self._app = app

    def getResponse(self, authrize: Optional[str] = None) -> Any:
        """The answer as decoded JSON, with its root. `authrize` is the session of a user."""
        if self._app is None:
            raise topgate.InvalidRequest("appinfo", "call set_app_info first")
        client = self._app.client(self._url)
        try:
            response = client.execute_parameters(
                self.request_class(), self._parameters(), authrize or None
            )
        except topgate.Refused as error:
            raise TopException(error) from error
        return read_json(response.body)

    @classmethod
    def request_class(cls) -> "Type[topgate.Request[topgate.Response]]":
        found: Type[topgate.Request[topgate.Response]] = cls._request_class()
        return found

    def _parameters(self) -> Dict[str, Any]:
        fields = {field.attribute: field for field in self.request_class()._FIELDS}
        parameters = {}
        for name, value in vars(self).items():
            if value is not None and not name.startswith("_"):
                # What the documentation does not name travels as the text that it is.
                field = fields.get(name, scalar("text", name))
                parameters[field.name] = parameter(field, value)
        return parameters
