$c = new TopClient;
$c->gatewayUrl = $url;
$c->appkey = $appkey;
$c->secretKey = $secret;
$req = new TopAuthTokenRefreshRequest;
$req->setRefreshToken('6200sandbox0000000000000000000000000000000000000000000007');
$resp = $c->execute($req);
print_r($resp);
