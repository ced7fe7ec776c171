$c = new TopClient;
$c->gatewayUrl = $url;
$c->appkey = $appkey;
$c->secretKey = $secret;
$req = new AppipGetRequest;
$resp = $c->execute($req);
print_r($resp);
