$c = new TopClient;
$c->gatewayUrl = $url;
$c->appkey = $appkey;
$c->secretKey = $secret;
$req = new TimeGetRequest;
$resp = $c->execute($req);
print_r($resp);
