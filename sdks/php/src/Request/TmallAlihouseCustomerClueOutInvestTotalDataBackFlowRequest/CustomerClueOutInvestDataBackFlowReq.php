<?php

declare(strict_types=1);

namespace Topgate\Request\TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest;

use Topgate\RequestStruct;
use Topgate\Schema\Field;

/** 入参 Request */
final class CustomerClueOutInvestDataBackFlowReq extends RequestStruct
{
    public function __construct(
        /**
         * 类型 1.经纪人 2. 门店 3.城市 Kind: 1 broker, 2 shop, 3 city
         * 必须 required
         * ≥ 1
         * ≤ 3
         * 例 e.g. 1
         */
        public int|string|null $type = null,
        /**
         * json数据 Rows as JSON text
         * 必须 required
         * JSON 数组文本，≤5000 行、≤2MB（URL 编码前）；每行须有 statisticsDate（yyyy-MM-dd） Text of a JSON array, up to 5,000 rows and 2 MB before encoding; each row has statisticsDate
         * 例 e.g. [{"id":64,"store_id":3,"storeName":"222333444555666777","aliDayTSendRate":2,"aliDayTcSend":2,"aliDayTnSend":1,"aliOrderTSendRate":1,"aliOrderTcSend":1,"aliOrderTnSend":1,"aliUv":1,"allLzSendRate":1,"allLzcSend":1,"allLznSend":1,"businessType":1,"createTime":"2022-03-31 21:23:12","fcDayTSendRate":1,"fcDayTcSend":1,"fcDayTnSend":1,"fcLzSendRate":1,"fcLzcSend":1,"fcLznSend":1,"fcOrderTSendRate":1,"fcOrderTcSend":1,"fcOrderTnSend":1,"fcUv":1,"replyImAll":1,"replyImRate":0,"sendImAll":1,"statisticsDate":"2022-04-02","totalCSend":1,"totalDayTSendRate":1,"totalDayTcSend":1,"totalDayTnSend":1,"totalNSend":11,"totalSendRate":0,"totalUv":1,"updateTime":"2022-03-31 21:23:12"}]
         */
        public ?string $data = null,
    ) {
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::int64('type'),
            Field::text('data'),
        ];
    }
}
