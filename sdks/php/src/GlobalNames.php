<?php

declare(strict_types=1);

namespace Topgate;

/** For TopSdk.php: structs of requests by the name that TOP gives them. */
final class GlobalNames
{
    public const STRUCTS = [
        'ChannelUserActionDto' => Request\AlibabaCharityUseractionSyncRequest\ChannelUserActionDto::class,
        'ChickenIMDialogRequest' => Request\AlibabaAlihealthFollowupFetchRequest\ChickenIMDialogRequest::class,
        'ChickenImDialogCreateRequest' => Request\AlibabaAlihealthFollowupSendRequest\ChickenImDialogCreateRequest::class,
        'ChickenImRecordRecallDo' => Request\AlibabaAlihealthFollowupDialogrecordRecallRequest\ChickenImRecordRecallDo::class,
        'CustomerClueOutInvestDataBackFlowReq' => Request\TmallAlihouseCustomerClueOutInvestTotalDataBackFlowRequest\CustomerClueOutInvestDataBackFlowReq::class,
        'InstSyncUserBehaviorInfoRequest' => Request\AlibabaAlihealthInsuranceInstUserBehaviorSyncRequest\InstSyncUserBehaviorInfoRequest::class,
    ];
}
