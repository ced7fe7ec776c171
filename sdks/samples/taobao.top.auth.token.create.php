$c = new TopClient;
$c->gatewayUrl = $url;
$c->appkey = $appkey;
$c->secretKey = $secret;
$req = new TopAuthTokenCreateRequest;
$req->setCode('sandboxauthorizationcode00000001');
$req->setUuid('abc');
$resp = $c->execute($req);
print_r($resp);
